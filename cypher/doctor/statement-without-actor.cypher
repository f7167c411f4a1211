// Finds statements that nobody stated, though they do not say that the actor is not stated.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)
WHERE coalesce(s.actorBasis, '') <> 'NOT_STATED'
  AND NOT EXISTS {
    MATCH (s)<-[:STATED]-(:Record)
  }
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
