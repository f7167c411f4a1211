// Finds and orders the proposals of a case by their last day.
CREATE INDEX proposalLatest IF NOT EXISTS
FOR (n:Proposal)
ON (n.caseId, n.latest)
