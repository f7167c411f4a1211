// Finds and orders the events of a case by their first day.
CREATE INDEX eventEarliest IF NOT EXISTS
FOR (n:Event)
ON (n.caseId, n.earliest)
