// Notes that a load in several transactions begins.
// Parameters: load (STRING), case, host (STRING), pid (INTEGER), state (STRING).
CREATE (load:Load {id: $load, caseId: $case, host: $host, pid: $pid, state: $state, startedAt: datetime(), beatAt: datetime()})
