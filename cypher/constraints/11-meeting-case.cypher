// Finds the meetings of a case.
CREATE INDEX meetingCase IF NOT EXISTS
FOR (n:Meeting)
ON (n.caseId)
