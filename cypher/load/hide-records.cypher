// Takes records of a case out of sight, some at a time.
// Parameters: case (STRING), limit (INTEGER). Columns: count (INTEGER).
MATCH (n:Record {caseId: $case})
WITH n
LIMIT $limit
WITH n, labels(n) AS old
REMOVE n:$(old)
SET n:Discarded
RETURN count(n) AS count
