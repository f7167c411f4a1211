// Fetches which statements were found in each document of a case, the row's own document before further findings.
//
// $case: slug.
//
// Columns: source; statements: ids; own: whether they were coded from it, false for a further finding.
MATCH (w:Source {caseId: $case})<-[r:FOUND_IN]-(s:Statement)
USING INDEX w:Source(caseId)
WHERE s.retractedAt IS NULL
WITH w, r.quote IS NULL AND r.locator IS NULL AS own, s
RETURN w.id AS source, own, collect(s.id) AS statements
