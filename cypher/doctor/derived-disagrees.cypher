// Finds standing statements with derived relations whose act, date or status is not theirs.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan, DirectedAllRelationshipsScan: the doctor looks at the whole database.
MATCH (a)-[r]->(t)
WHERE r.statementId IS NOT NULL
// The statement is looked up by its id: a join would hold all statements at once, a million of them beyond the server's memory.
MATCH (s:Record {id: r.statementId})
USING INDEX s:Record(id)
WHERE s:Statement
  AND s.retractedAt IS NULL
  AND (
    type(r) <> s.act
    OR coalesce(r.status, '') <> coalesce(s.status, '')
    OR coalesce(r.date, '') <> coalesce(s.date, '')
    OR coalesce(toString(r.earliest), '') <> coalesce(toString(s.earliest), '')
    OR coalesce(toString(r.latest), '') <> coalesce(toString(s.latest), '')
  )
WITH DISTINCT s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
