// Removes what was taken out of sight, some at a time.
// Parameters: limit (INTEGER). Columns: count (INTEGER).
// Excused: NodeByLabelScan: only what is removed has the label.
MATCH (n:Discarded)
WITH n
LIMIT $limit
DETACH DELETE n
RETURN count(*) AS count
