// Lists what changed data, newest first.
//
// $case: slug, or null for all. $before: ISO time, or null; only what came before. $limit: the most entries.
//
// Columns: entry (a map).
// Excused: NodeByLabelScan: the entries of all cases may be asked for.
MATCH (e:AuditEntry)
WHERE ($case IS NULL OR e.caseId = $case) AND ($before IS NULL OR e.at < datetime($before))
RETURN e {.*} AS entry
ORDER BY e.at DESC, e.id DESC
LIMIT $limit
