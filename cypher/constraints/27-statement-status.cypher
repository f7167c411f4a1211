// Finds the statements of a case by their status.
CREATE INDEX statementStatus IF NOT EXISTS
FOR (n:Statement)
ON (n.caseId, n.status)
