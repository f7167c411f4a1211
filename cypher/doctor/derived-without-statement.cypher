// Finds derived relations without the statement that they come from: same id, same actor, same target.
// Parameters: acts (LIST of STRING). Columns: count (INTEGER), ids (LIST of STRING, `actor -[ACT]-> target`, at most ten).
// Excused: DirectedAllRelationshipsScan: the doctor looks at the whole database.
MATCH (a)-[r]->(t)
WHERE type(r) IN $acts
// The statement is looked up by its id: an actor may have made a million others.
OPTIONAL MATCH (s:Record {id: r.statementId})
USING INDEX s:Record(id)
WITH a, r, t, s
WHERE s IS NULL
  OR NOT s:Statement
  OR NOT EXISTS { (a)-[:STATED]->(s) }
  OR NOT EXISTS { (s)-[:ON]->(t) }
WITH a.id + ' -[' + type(r) + ']-> ' + t.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
