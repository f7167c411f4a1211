// Notes that a load is finished.
// Parameters: load (STRING).
MATCH (load:Load {id: $load})
DELETE load
