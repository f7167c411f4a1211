// Finds the sources of a case.
CREATE INDEX sourceCase IF NOT EXISTS
FOR (n:Source)
ON (n.caseId)
