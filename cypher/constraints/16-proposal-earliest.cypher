// Finds and orders the proposals of a case by their first day.
CREATE INDEX proposalEarliest IF NOT EXISTS
FOR (n:Proposal)
ON (n.caseId, n.earliest)
