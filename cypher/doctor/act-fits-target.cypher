// Finds standing statements about a thing that their act cannot be about. In imported cases any act may be about an actor.
// Parameters: targetsOf (MAP of act to LIST of labels), bindingActs (LIST of STRING). Columns: count (INTEGER), ids (LIST, at
// most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)-[:ON]->(t:Record)
WHERE s.retractedAt IS NULL
  AND (
    none(label IN labels(t) WHERE label IN $targetsOf[s.act])
    OR (s.act IN $bindingActs AND NOT coalesce(t.kind, '') IN ['COMMITMENT', 'AGREEMENT'])
  )
MATCH (home:Case {id: s.caseId})
WHERE NOT (t:Actor AND coalesce(home.settings, '') CONTAINS '"origin":"IMPORTED"')
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
