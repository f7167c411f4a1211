// Takes the lock of whoever changes the graph's shape, until the end of the transaction; a second one waits.
MERGE (lock:Lock {id: 'schema'})
SET lock.takenAt = datetime()
