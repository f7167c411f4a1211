// Lists the sources of a case.
//
// $case: slug.
//
// Columns: id, publisher, sameWorkAs: ids of other entries for the same work.
MATCH (w:Source {caseId: $case})
RETURN w.id AS id, w.publisher AS publisher, [(w)-[:SAME_WORK_AS]-(o:Source) | o.id] AS sameWorkAs
