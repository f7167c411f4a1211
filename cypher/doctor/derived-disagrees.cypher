// Finds standing statements with derived relations whose act, date or status is not theirs.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
MATCH (s:Statement)
WHERE s.retractedAt IS NULL
MATCH (a:Record)-[:STATED]->(s)-[:ON]->(t)
MATCH (a)-[r {statementId: s.id}]->(t)
WHERE type(r) <> s.act
  OR coalesce(r.status, '') <> coalesce(s.status, '')
  OR coalesce(r.date, '') <> coalesce(s.date, '')
  OR coalesce(toString(r.earliest), '') <> coalesce(toString(s.earliest), '')
  OR coalesce(toString(r.latest), '') <> coalesce(toString(s.latest), '')
WITH DISTINCT s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
