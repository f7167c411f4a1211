// Removes what an unfinished load made out of sight, some at a time.
// Parameters: limit (INTEGER). Columns: count (INTEGER).
// Excused: UnionNodeByLabelsScan: only what is removed has the labels.
MATCH (n:Staged|StagedStatement|StagedAside)
WITH n
LIMIT $limit
DETACH DELETE n
RETURN count(*) AS count
