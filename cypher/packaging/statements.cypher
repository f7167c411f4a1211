// Gives statements with the relations that their rows make.
//
// $ids: list of ids.
//
// Columns: id, labels, properties, relations (maps of type, from, to, properties).
UNWIND $ids AS id
MATCH (s:Record {id: id})
RETURN s.id AS id, labels(s) AS labels, properties(s) AS properties,
  [(s)-[r]->(b) WHERE NOT type(r) IN ['IN_CASE', 'CORRECTS'] | {type: type(r), from: s.id, to: b.id, properties: properties(r)}] +
  [(a)-[r:STATED]->(s) | {type: 'STATED', from: a.id, to: s.id, properties: {}}] AS relations
