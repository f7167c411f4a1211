// Finds the proposals of a case.
CREATE INDEX proposalCase IF NOT EXISTS
FOR (n:Proposal)
ON (n.caseId)
