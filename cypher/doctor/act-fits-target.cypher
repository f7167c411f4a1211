// Finds standing statements about a thing that their act cannot be about. In imported cases any act may be about an actor.
// Parameters: acts (LIST of {name, targets}), bindingActs (LIST of STRING). Columns: count (INTEGER), ids (LIST, at most ten).
UNWIND $acts AS act
MATCH (s:Statement {act: act.name})-[:ON]->(t:Record)
WHERE s.retractedAt IS NULL
  AND (
    none(label IN labels(t) WHERE label IN act.targets)
    OR (s.act IN $bindingActs AND NOT coalesce(t.kind, '') IN ['COMMITMENT', 'AGREEMENT'])
  )
MATCH (home:Case {id: s.caseId})
WHERE NOT (t:Actor AND coalesce(home.settings, '') CONTAINS '"origin":"IMPORTED"')
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
