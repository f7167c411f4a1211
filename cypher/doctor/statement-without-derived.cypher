// Finds standing statements that do not have exactly one derived relation for each of their actors.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)
WHERE s.retractedAt IS NULL
MATCH (a:Record)-[:STATED]->(s)-[:ON]->(t)
WITH s, a, COUNT {
  MATCH (a)-[r]->(t)
  WHERE r.statementId = s.id
} AS relationCount
WHERE relationCount <> 1
WITH DISTINCT s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
