// Finds statements that are not about exactly one thing.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)
WHERE COUNT { (s)-[:ON]->(:Record) } <> 1
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
