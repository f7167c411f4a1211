// Finds and orders the events of a case by their last day.
CREATE INDEX eventLatest IF NOT EXISTS
FOR (n:Event)
ON (n.caseId, n.latest)
