// Keeps out of sight what is written when the case comes into sight: former ids and links to other cases.
// Parameters: rows (LIST of {type, from, to, properties}).
UNWIND $rows AS row
CREATE (n:StagedAside)
SET n = row.properties, n.type = row.type, n.from = row.from, n.to = row.to
