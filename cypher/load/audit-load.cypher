// Appends to the audit log what a load in several transactions did, once; a case that was deleted takes the notes of its
// edited rows along.
// Parameters: load (STRING).
// Excused: NodeByLabelScan: there is one load at a time, and few rows are edited by hand.
MATCH (load:Load {id: $load})
MERGE (e:AuditEntry {id: load.id})
ON CREATE SET e.at = load.recordedAt, e.by = load.by, e.action = load.action, e.caseId = load.caseId
WITH load
WHERE load.action = 'UNLOAD'
MATCH (row:EditedRow {caseId: load.caseId})
DELETE row
