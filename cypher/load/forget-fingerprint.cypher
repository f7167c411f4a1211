// Notes that a case no longer is what was loaded, so that the next load compares it, and moves its revision.
// Parameters: case (STRING).
MATCH (home:Case {id: $case})
SET home.fingerprint = 'edited ' + randomUUID(), home.revision = randomUUID()
