// Brings the node of a staged case into sight; from now on the case is loaded.
// Parameters: case (STRING).
MATCH (n:StagedCase {id: $case})
REMOVE n:Staged:StagedCase
SET n:Case
