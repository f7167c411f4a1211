// Makes sure that there is one lock.
CREATE CONSTRAINT lockId IF NOT EXISTS
FOR (n:Lock)
REQUIRE n.id IS UNIQUE
