// Makes sure that a former id leads to one record.
CREATE CONSTRAINT formerId IF NOT EXISTS
FOR (n:FormerId)
REQUIRE n.id IS UNIQUE
