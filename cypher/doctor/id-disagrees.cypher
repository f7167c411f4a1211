// Finds records and cases whose id is not made of the slugs that they carry.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
CALL () {
  MATCH (n:Record)
  WHERE n.id IS NULL OR n.caseId IS NULL OR n.slug IS NULL OR n.id <> n.caseId + '/' + n.slug
  RETURN coalesce(n.id, elementId(n)) AS id
  UNION ALL
  MATCH (n:Case)
  WHERE n.id IS NULL OR n.slug IS NULL OR n.id <> n.slug
  RETURN coalesce(n.id, elementId(n)) AS id
}
WITH id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
