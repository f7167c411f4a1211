// Finds slugs that two records of one case share, of whatever kinds.
// Columns: count (INTEGER), ids (LIST of STRING, `case/slug`, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (n:Record)
// Ids are unique, so that of two that share a slug one has an id that is not made of it: all others need not be held.
WHERE n.id IS NULL OR n.id <> n.caseId + '/' + n.slug
WITH DISTINCT n.caseId AS caseId, n.slug AS slug
MATCH (other:Record {caseId: caseId})
WHERE other.slug = slug
WITH caseId + '/' + slug AS id, count(*) AS recordCount
WHERE recordCount > 1
WITH id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
