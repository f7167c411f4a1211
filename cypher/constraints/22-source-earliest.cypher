// Finds and orders the sources of a case by their first day.
CREATE INDEX sourceEarliest IF NOT EXISTS
FOR (n:Source)
ON (n.caseId, n.earliest)
