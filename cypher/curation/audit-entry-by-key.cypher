// Finds the edit that was made under a key.
//
// $key: the editor's name and key.
//
// Columns: entry (a map; `at` in UTC). No row where there is none.
MATCH (e:AuditEntry {key: $key})
RETURN e {.*} AS entry
