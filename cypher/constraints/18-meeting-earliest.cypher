// Finds and orders the meetings of a case by their first day.
CREATE INDEX meetingEarliest IF NOT EXISTS
FOR (n:Meeting)
ON (n.caseId, n.earliest)
