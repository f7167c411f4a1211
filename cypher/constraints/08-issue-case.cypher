// Finds the issues of a case.
CREATE INDEX issueCase IF NOT EXISTS
FOR (n:Issue)
ON (n.caseId)
