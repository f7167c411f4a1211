// Notes that a load in several transactions begins, and what the audit log will say of it.
// Parameters: load (STRING), case, host (STRING), pid (INTEGER), state (STRING), by (STRING or null), action (STRING),
// at (ISO time).
CREATE (load:Load {id: $load, caseId: $case, host: $host, pid: $pid, state: $state, startedAt: datetime(), beatAt: datetime()})
SET load.by = $by, load.action = $action, load.recordedAt = datetime($at)
