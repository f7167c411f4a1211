// Brings the node of a staged case into sight; from now on the case is loaded.
// Parameters: case (STRING).
// Excused: NodeByLabelScan: there is one staged case at a time.
MATCH (n:StagedCase {id: $case})
REMOVE n:Staged:StagedCase
SET n:Case
