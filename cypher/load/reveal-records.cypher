// Brings staged records other than statements into sight, some at a time.
// Parameters: limit (INTEGER). Columns: count (INTEGER).
// Excused: NodeByLabelScan: only what is brought into sight has the label.
MATCH (n:StagedRecord)
WITH n
LIMIT $limit
WITH n, n.stagedLabels AS labels
REMOVE n:Staged:StagedRecord, n.stagedLabels
SET n:$(labels)
RETURN count(n) AS count
