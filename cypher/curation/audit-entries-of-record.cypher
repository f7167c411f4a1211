// Lists the edits of a record, and the loads of its case, which may have changed it.
//
// $case: slug. $record: id.
//
// Columns: entry (a map). Oldest first.
MATCH (e:AuditEntry {caseId: $case})
WHERE e.at IS NOT NULL AND (e.recordId = $record OR e.action IN ['LOAD', 'RESTORE'])
RETURN e {.*} AS entry
ORDER BY e.at, e.id
