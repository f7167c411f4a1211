// Makes sure that an entry of the audit log is written once.
CREATE CONSTRAINT auditEntryId IF NOT EXISTS
FOR (n:AuditEntry)
REQUIRE n.id IS UNIQUE
