// Gives the rows that were kept until the case came into sight, and removes them.
// Columns: type, from, to (STRING), properties (MAP).
// Excused: NodeByLabelScan: all that were kept are asked for.
MATCH (n:StagedAside)
WITH n, n.type AS type, n.from AS from, n.to AS to, n {.assertedBy, .why} AS properties
DELETE n
RETURN type, from, to, properties
