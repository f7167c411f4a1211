// Finds the claims of a case.
CREATE INDEX claimCase IF NOT EXISTS
FOR (n:Claim)
ON (n.caseId)
