// Lists the statements of a case, retracted ones included.
//
// $case: slug.
//
// Columns: ids (a list, in no order).
MATCH (s:Statement {caseId: $case})
RETURN collect(s.id) AS ids
