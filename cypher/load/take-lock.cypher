// Takes the lock that every write takes, until the end of the transaction, and tells of a load that is not finished.
// Columns: load (MAP, null where there is none).
// Excused: NodeByLabelScan: there is one lock, and one load at a time.
MERGE (lock:Lock {id: 'write'})
SET lock.takenAt = datetime()
WITH lock
OPTIONAL MATCH (load:Load)
RETURN load {.id, .caseId, .state, .host, .pid, ageMs: datetime().epochMillis - load.beatAt.epochMillis} AS load
