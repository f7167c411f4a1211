// Makes sure that an edit sent twice under one key is made once.
CREATE CONSTRAINT auditEntryKey IF NOT EXISTS
FOR (n:AuditEntry)
REQUIRE n.key IS UNIQUE
