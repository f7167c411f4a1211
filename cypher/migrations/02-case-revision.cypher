// Gives every case that has none a revision, which every write of the case moves.
// Parameters: limit (INTEGER), the most at once. Columns: count (INTEGER), 0 when all is done.
MATCH (home:Case)
WHERE home.revision IS NULL
WITH home
LIMIT $limit
SET home.revision = randomUUID()
RETURN count(*) AS count
