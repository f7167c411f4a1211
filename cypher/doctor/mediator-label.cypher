// Finds actors that are mediators without a mediating statement, or have one and are none.
// Parameters: mediatingActs (LIST of STRING). Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (a:Actor)
WITH a, EXISTS {
  MATCH (a)-[:STATED]->(s:Statement)
  WHERE s.retractedAt IS NULL AND s.act IN $mediatingActs
} AS mediates
WHERE mediates <> (a:Mediator)
WITH a.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
