// Lists of each statement of a case what the filters look at, to count and name those that they leave out.
//
// $case: slug.
// $asKnownOn: ISO time or null; null leaves retracted statements out, a time lists them too, for the caller to sort out.
//
// Columns: id, status, earliest, latest, recordedAt, retractedAt; cites: [scope, id of the source]; foundIn: ids of sources.
MATCH (s:Statement {caseId: $case})
WHERE $asKnownOn IS NOT NULL OR s.retractedAt IS NULL
RETURN
  s.id AS id,
  s.status AS status,
  s.earliest AS earliest,
  s.latest AS latest,
  s.recordedAt AS recordedAt,
  s.retractedAt AS retractedAt,
  [(s)-[r:CITES]->(w:Source) | [r.scope, w.id]] AS cites,
  [(s)-[:FOUND_IN]->(w:Source) | w.id] AS foundIn
