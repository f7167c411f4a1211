// Gives the load that is not finished.
// Columns: load (MAP).
// Excused: NodeByLabelScan: there is one load at a time.
MATCH (load:Load)
RETURN load {.id, .caseId, .state, .host, .pid, ageMs: datetime().epochMillis - load.beatAt.epochMillis} AS load
