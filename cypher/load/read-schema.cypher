// Gives the version of the graph's shape; no row in an empty database.
// Columns: version (INTEGER).
MATCH (schema:Schema {id: 'schema'})
RETURN schema.version AS version
