// Finds what a load that was cut off left behind.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan, UnionNodeByLabelsScan: only what an unfinished load made has these labels.
CALL () {
  MATCH (n:Load)
  RETURN 'load of ' + n.caseId AS id
  UNION ALL
  MATCH (n:Staged|StagedStatement|StagedAside|Discarded)
  RETURN coalesce(n.id, n.from, elementId(n)) AS id
}
WITH id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
