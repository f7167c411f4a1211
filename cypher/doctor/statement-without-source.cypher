// Finds statements that were found in no document.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)
WHERE NOT EXISTS {
  MATCH (s)-[:FOUND_IN]->(:Record)
}
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
