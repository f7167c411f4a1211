// Gives records with the relations that their rows make; with what is derived from them where they are statements.
//
// $ids: list of ids.
//
// Columns: id, labels, properties, relations (maps of key, type, from, to, properties; key is the element id).
UNWIND $ids AS id
MATCH (n:Record {id: id})
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
  [(n)-[r]->(b) WHERE type(r) <> 'STATED' AND r.statementId IS NULL |
    {key: elementId(r), type: type(r), from: n.id, to: b.id, properties: properties(r)}] +
  [(a)-[r:STATED]->(n) |
    {key: elementId(r), type: 'STATED', from: a.id, to: n.id, properties: properties(r)}] +
  COLLECT {
    MATCH (a)-[:STATED]->(n)-[:ON]->(t)
    MATCH (a)-[r]->(t)
    WHERE r.statementId = n.id
    RETURN {key: elementId(r), type: type(r), from: a.id, to: t.id, properties: properties(r)}
  } AS relations
