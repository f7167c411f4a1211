// Finds the demands of a case.
CREATE INDEX demandCase IF NOT EXISTS
FOR (n:Demand)
ON (n.caseId)
