// Finds and orders the meetings of a case by their last day.
CREATE INDEX meetingLatest IF NOT EXISTS
FOR (n:Meeting)
ON (n.caseId, n.latest)
