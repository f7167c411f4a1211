// Leads former ids to the records that have them no more.
// Parameters: case (STRING), rows (LIST of {from, to}).
UNWIND $rows AS row
MATCH (n:Record {id: row.to})
MERGE (former:FormerId {id: row.from})
SET former.caseId = $case
CREATE (former)-[:NOW]->(n)
