// Finds retracted statements that have derived relations.
// Parameters: acts (LIST of STRING). Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)
WHERE s.retractedAt IS NOT NULL
MATCH (a:Record)-[:STATED]->(s)-[:ON]->(t)
MATCH (a)-[r]->(t)
WHERE type(r) IN $acts AND r.statementId = s.id
WITH DISTINCT s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
