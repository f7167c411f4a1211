// Gives all nodes of a case with their labels and properties, without what loading notes for itself.
// Parameters: case (STRING). Columns: id (STRING), labels (LIST), properties (MAP).
CALL () {
  MATCH (n:Record {caseId: $case})
  RETURN n, properties(n) AS properties
  UNION ALL
  MATCH (n:FormerId {caseId: $case})
  RETURN n, properties(n) AS properties
  UNION ALL
  MATCH (n:Case {id: $case})
  RETURN n, n {.*, fingerprint: null, settings: null, revision: null} AS properties
}
RETURN n.id AS id, labels(n) AS labels, properties
