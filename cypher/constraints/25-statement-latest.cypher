// Finds and orders the statements of a case by their last day.
CREATE INDEX statementLatest IF NOT EXISTS
FOR (n:Statement)
ON (n.caseId, n.latest)
