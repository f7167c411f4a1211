// Gives the cases with their counts, in the order of their slugs.
// Columns: slug, title (STRING), counts (MAP of label to INTEGER).
// Excused: NodeByLabelScan: a database holds few cases, and all are asked for.
MATCH (home:Case)
CALL (home) {
  MATCH (n:Record {caseId: home.id})
  UNWIND labels(n) AS label
  WITH label, count(*) AS count
  WHERE label <> 'Record'
  RETURN collect([label, count]) AS counts
}
RETURN home.id AS slug, home.title AS title, counts
ORDER BY slug
