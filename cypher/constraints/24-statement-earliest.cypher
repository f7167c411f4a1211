// Finds and orders the statements of a case by their first day.
CREATE INDEX statementEarliest IF NOT EXISTS
FOR (n:Statement)
ON (n.caseId, n.earliest)
