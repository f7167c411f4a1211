// Finds derived relations without the statement that they come from: same id, same actor, same target.
// Parameters: acts (LIST of {name}). Columns: count (INTEGER), ids (LIST of STRING, `actor -[ACT]-> target`, at most ten).
UNWIND $acts AS act
WITH collect(act.name) AS names
MATCH (a)-[r]->(t)
WHERE type(r) IN names
  AND NOT EXISTS {
    MATCH (a)-[:STATED]->(s:Statement {id: r.statementId})-[:ON]->(t)
  }
WITH a.id + ' -[' + type(r) + ']-> ' + t.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
