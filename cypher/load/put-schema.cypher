// Notes the version of the graph's shape, for later migrations, and makes the lock that every write takes.
// Parameters: version (INTEGER).
MERGE (schema:Schema {id: 'schema'})
SET schema.version = $version
MERGE (lock:Lock {id: 'write'})
