// The cases that are loaded, with how much each holds.
// Columns: slug, title, description, from, to, licence, counts (kind of thing -> number).
// Excused: NodeByLabelScan: a database holds few cases, and all are asked for.
MATCH (case:Case)
CALL (case) {
  MATCH (record:Record)
  WHERE record.caseId = case.slug
  UNWIND [label IN labels(record) WHERE NOT label IN ['Record', 'Mediator']] AS kind
  WITH kind, count(*) AS number
  RETURN collect([kind, number]) AS counts
}
RETURN
  case.slug AS slug,
  case.title AS title,
  case.description AS description,
  case.from AS from,
  case.to AS to,
  case.licence AS licence,
  counts
ORDER BY slug
