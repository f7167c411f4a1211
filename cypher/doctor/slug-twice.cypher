// Finds slugs that two records of one case share, of whatever kinds.
// Columns: count (INTEGER), ids (LIST of STRING, `case/slug`, at most ten).
MATCH (n:Record)
WITH n.caseId + '/' + n.slug AS id, count(*) AS recordCount
WHERE recordCount > 1
WITH id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
