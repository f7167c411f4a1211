// Finds the ends of relations while a large case is loaded out of sight.
CREATE CONSTRAINT stagedId IF NOT EXISTS
FOR (n:Staged)
REQUIRE n.id IS UNIQUE
