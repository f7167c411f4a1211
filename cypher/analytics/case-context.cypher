// Tells whether a case is loaded, in which state, and how completely the documents that it was compiled from are coded.
//
// $case: slug.
//
// Columns: id, title; revision, which changes with every write of the case and with every link of its actors to other cases
// (null: not known); coverages (of each document: COMPLETE, PARTIAL or null); no row where no such case is loaded.
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (a:Actor)-[:SAME_AS]-(o:Actor)
  WHERE a.caseId = c.id
  WITH a.id + '=' + o.id AS link
  ORDER BY link
  RETURN reduce(all = '', link IN collect(link) | all + ' ' + link) AS links
}
RETURN
  c.id AS id,
  c.title AS title,
  c.revision + links AS revision,
  [(c)-[:COMPILED_FROM]->(d:Source) | d.coverage] AS coverages
