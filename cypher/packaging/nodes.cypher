// Lists the records of a case, statements apart, and its former ids.
//
// $case: slug.
//
// Columns: id, labels, properties.
CALL () {
  MATCH (n:Record {caseId: $case})
  WHERE NOT n:Statement
  RETURN n
  UNION ALL
  MATCH (n:FormerId {caseId: $case})
  RETURN n
}
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
