// Tells whether a case is loaded, and how completely the documents that it was compiled from are coded.
//
// $case: slug.
//
// Columns: id, title, coverages (of each document: COMPLETE, PARTIAL or null); no row where no such case is loaded.
MATCH (c:Case {id: $case})
RETURN c.id AS id, c.title AS title, [(c)-[:COMPILED_FROM]->(d:Source) | d.coverage] AS coverages
