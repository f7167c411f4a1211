// Gives the version of the graph's shape, and the steps that made it; no row in an empty database.
// Columns: version (INTEGER), steps (LIST of STRING: name and checksum).
// Excused: NodeByLabelScan: there is one such node.
MATCH (schema:Schema {id: 'schema'})
RETURN schema.version AS version, coalesce(schema.steps, []) AS steps
