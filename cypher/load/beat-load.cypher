// Shows that a load goes on, and moves it to a state. No row where somebody else ended it.
// Parameters: load (STRING), state (STRING). Columns: id (STRING).
// Excused: NodeByLabelScan: there is one load at a time.
MATCH (load:Load {id: $load})
SET load.beatAt = datetime(), load.state = $state
RETURN load.id AS id
