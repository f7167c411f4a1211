// Finds the statements of a case by their act.
CREATE INDEX statementAct IF NOT EXISTS
FOR (n:Statement)
ON (n.caseId, n.act)
