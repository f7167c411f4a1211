// Tells how many things of a case were found in each of its documents.
//
// $case: slug.
//
// Columns: id, count (of things of every kind); only documents in which something was found.
MATCH (w:Source {caseId: $case})
WITH w, COUNT { (w)<-[:FOUND_IN]-() } AS count
WHERE count > 0
RETURN w.id AS id, count
