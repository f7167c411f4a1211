// Makes a load that was cut off another process's own.
// Parameters: load, host (STRING), pid (INTEGER).
// Excused: NodeByLabelScan: there is one load at a time.
MATCH (load:Load {id: $load})
SET load.host = $host, load.pid = $pid, load.beatAt = datetime()
