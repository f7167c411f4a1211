// Notes the version of the graph's shape and the steps that made it, and makes the lock that every write takes.
// Parameters: version (INTEGER), steps (LIST of STRING: name and checksum).
// Excused: NodeByLabelScan: there is one such node.
MERGE (schema:Schema {id: 'schema'})
SET schema.version = $version, schema.steps = $steps
MERGE (lock:Lock {id: 'write'})
