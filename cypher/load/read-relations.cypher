// Gives all relations that belong to a case, each once, with a key to delete it by.
// Parameters: case (STRING). Columns: key, type, from, to (STRING), properties (MAP), isUnlinked (BOOLEAN).
// Excused: NodeByLabelScan: few links are edited by hand, or wait for a case that is not loaded.
CALL () {
  MATCH (a:Record {caseId: $case})-[r]->(b)
  WHERE type(r) <> 'SAME_AS' OR NOT EXISTS {
    MATCH (:SameAsEdit {from: a.id, to: b.id, isUndone: false})
  }
  RETURN elementId(r) AS key, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties, false AS isUnlinked
  UNION ALL
  MATCH (a:Case {id: $case})-[r]->(b)
  RETURN elementId(r) AS key, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties, false AS isUnlinked
  UNION ALL
  MATCH (a:FormerId {caseId: $case})-[r:NOW]->(b)
  RETURN elementId(r) AS key, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties, false AS isUnlinked
  UNION ALL
  MATCH (p:UnlinkedSameAs {caseId: $case})
  WHERE NOT EXISTS {
    MATCH (:SameAsEdit {from: p.from, to: p.to, isUndone: false})
  }
  RETURN elementId(p) AS key, 'SAME_AS' AS type, p.from AS from, p.to AS to, p {.assertedBy, .why} AS properties, true AS isUnlinked
}
RETURN key, type, from, to, properties, isUnlinked
