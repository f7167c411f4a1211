// Finds and orders the sources of a case by their last day.
CREATE INDEX sourceLatest IF NOT EXISTS
FOR (n:Source)
ON (n.caseId, n.latest)
