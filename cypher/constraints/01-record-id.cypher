// Makes sure that no two records share an id.
CREATE CONSTRAINT recordId IF NOT EXISTS
FOR (n:Record)
REQUIRE n.id IS UNIQUE
