// Appends an entry to the audit log; entries are never changed and never removed.
// Parameters: entry (MAP; `at` is an ISO time).
CREATE (e:AuditEntry)
SET e = $entry, e.at = datetime($entry.at)
