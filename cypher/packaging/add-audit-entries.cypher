// Adds entries to the audit log; those that are there already stay as they are.
//
// $entries: list of maps, as `packaging/audit-entries` gives them.
UNWIND $entries AS entry
OPTIONAL MATCH (taken:AuditEntry {key: entry.key})
WITH entry, taken IS NULL AS isFree
MERGE (e:AuditEntry {id: entry.id})
ON CREATE SET e = entry, e.at = datetime(entry.at), e.key = CASE WHEN isFree THEN entry.key END
