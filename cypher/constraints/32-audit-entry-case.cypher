// Finds and orders what was done to a case.
CREATE INDEX auditEntryCase IF NOT EXISTS
FOR (n:AuditEntry)
ON (n.caseId, n.at)
