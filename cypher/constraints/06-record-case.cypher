// Finds all records of a case.
CREATE INDEX recordCase IF NOT EXISTS
FOR (n:Record)
ON (n.caseId)
