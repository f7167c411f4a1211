// Makes sure that no two cases share a slug.
CREATE CONSTRAINT caseSlug IF NOT EXISTS
FOR (n:Case)
REQUIRE n.id IS UNIQUE
