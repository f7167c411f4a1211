// Lists who speaks in the documents of a case: their publishers and authors.
//
// $case: slug.
//
// Columns: id; names: of the publisher and the authors, in no order.
MATCH (s:Source {caseId: $case})
RETURN s.id AS id, CASE WHEN s.publisher IS NULL THEN [] ELSE [s.publisher] END + coalesce(s.author, []) AS names
