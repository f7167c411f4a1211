// Notes that a load is finished.
// Parameters: load (STRING).
// Excused: NodeByLabelScan: there is one load at a time.
MATCH (load:Load {id: $load})
DELETE load
