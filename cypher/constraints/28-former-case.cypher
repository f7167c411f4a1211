// Finds the former ids of a case.
CREATE INDEX formerIdCase IF NOT EXISTS
FOR (n:FormerId)
ON (n.caseId)
