// Lists the entries of the audit log, oldest first.
//
// Columns: entry (a map).
// Excused: NodeByLabelScan: all are asked for.
MATCH (e:AuditEntry)
RETURN e {.*} AS entry
ORDER BY e.at, e.id
