// Lists the meetings of a case.
//
// $case: slug.
//
// Columns: id, name, kind, earliest, latest.
MATCH (m:Meeting {caseId: $case})
RETURN m.id AS id, m.name AS name, m.kind AS kind, m.earliest AS earliest, m.latest AS latest
