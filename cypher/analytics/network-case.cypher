// Tells which state of a case its networks are read from.
//
// $case: slug.
//
// Columns: title; revision, which changes with every write of the case and with every link of its actors to other cases
// (null: not known). No row: no such case.
MATCH (c:Case {id: $case})
CALL (c) {
  MATCH (a:Actor)-[:SAME_AS]-(o:Actor)
  WHERE a.caseId = c.id
  WITH a.id + '=' + o.id AS link
  ORDER BY link
  RETURN reduce(all = '', link IN collect(link) | all + ' ' + link) AS links
}
RETURN c.title AS title, c.revision + links AS revision
