// Lists the relations of a case that no statement carries.
//
// $case: slug.
//
// Columns: type, from, to (ids), properties. A link to a case that is not loaded comes as the relation it will be.
// Excused: NodeByLabelScan: few links wait for a case that is not loaded.
CALL () {
  MATCH (a:Record {caseId: $case})-[r]->(b)
  WHERE NOT a:Statement AND NOT type(r) IN ['STATED', 'IN_CASE'] AND r.statementId IS NULL
  RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
  UNION ALL
  MATCH (a:Case {id: $case})-[r]->(b)
  RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
  UNION ALL
  MATCH (a:FormerId {caseId: $case})-[r:NOW]->(b)
  RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
  UNION ALL
  MATCH (p:UnlinkedSameAs {caseId: $case})
  RETURN 'SAME_AS' AS type, p.from AS from, p.to AS to, p {.assertedBy, .why} AS properties
}
RETURN type, from, to, properties
