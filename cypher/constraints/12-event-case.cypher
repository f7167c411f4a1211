// Finds the events of a case.
CREATE INDEX eventCase IF NOT EXISTS
FOR (n:Event)
ON (n.caseId)
