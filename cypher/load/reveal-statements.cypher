// Brings staged statements into sight, some at a time.
// Parameters: limit (INTEGER). Columns: count (INTEGER).
// Excused: NodeByLabelScan: only what is brought into sight has the label.
MATCH (n:StagedStatement)
WITH n
LIMIT $limit
REMOVE n:Staged:StagedStatement
SET n:Record:Statement
RETURN count(n) AS count
