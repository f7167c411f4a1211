// Finds the statements of a case.
CREATE INDEX statementCase IF NOT EXISTS
FOR (n:Statement)
ON (n.caseId)
