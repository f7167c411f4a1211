// Gives a record and its earlier versions, with the relations that their rows make.
//
// $id: id, without the number of a version.
//
// Columns: id, labels, properties, relations (maps of type, from, to, properties).
CALL () {
  MATCH (n:Record {id: $id})
  RETURN n
  UNION
  MATCH (n:Record)
  WHERE n.id STARTS WITH $id + '~'
  RETURN n
}
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[r]->(b) WHERE NOT type(r) IN ['IN_CASE', 'CORRECTS', 'STATED'] AND r.statementId IS NULL | {type: type(r), from: n.id, to: b.id, properties: properties(r)}] +
  [(a)-[r:STATED]->(n) | {type: 'STATED', from: a.id, to: n.id, properties: {}}] AS relations
ORDER BY id
