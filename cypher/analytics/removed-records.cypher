// Lists what was removed from a case, and retracted statements still refer to; asked for only when looking back.
//
// $case: slug.
//
// Columns: id.
MATCH (r:Record {caseId: $case})
WHERE NOT r:Statement AND any(label IN labels(r) WHERE label STARTS WITH 'Retired')
RETURN r.id AS id
