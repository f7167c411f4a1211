// Finds relations between different cases other than SAME_AS.
// Columns: count (INTEGER), ids (LIST of STRING, `record -[TYPE]-> record`, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (n:Record)
WITH count(DISTINCT n.caseId) AS caseCount
CALL (caseCount) {
  // Most databases hold one case, whose relations need not be looked at.
  UNWIND CASE WHEN caseCount > 1 THEN [caseCount] ELSE [] END AS one
  MATCH (a:Record)-[r]->(b:Record)
  WHERE a.caseId <> b.caseId AND type(r) <> 'SAME_AS'
  RETURN a.id + ' -[' + type(r) + ']-> ' + b.id AS id
}
WITH id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
