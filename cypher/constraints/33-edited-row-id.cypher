// Makes sure that an edited row is noted once.
CREATE CONSTRAINT editedRowId IF NOT EXISTS
FOR (n:EditedRow)
REQUIRE n.id IS UNIQUE
