// Waits until every index answers.
// Parameters: seconds (INTEGER), the longest to wait.
CALL db.awaitIndexes($seconds)
