// Finds the actors of a case.
CREATE INDEX actorCase IF NOT EXISTS
FOR (n:Actor)
ON (n.caseId)
