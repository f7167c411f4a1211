// Writes statements with their relations as plainly as can be, to hold `demarche load` against.
// Parameters: rows (LIST of {properties, case, actor, target, source, act, relation, recordedAt}).
UNWIND $rows AS row
MATCH (home:Case {id: row.case})
MATCH (actor:Record {id: row.actor})
MATCH (target:Record {id: row.target})
MATCH (source:Record {id: row.source})
CREATE (s:Record&Statement)
SET s = row.properties, s.recordedAt = datetime(row.recordedAt)
CREATE (s)-[:IN_CASE]->(home)
CREATE (actor)-[:STATED]->(s)
CREATE (s)-[:ON]->(target)
CREATE (s)-[:FOUND_IN]->(source)
CREATE (actor)-[r:$(row.act)]->(target)
SET r = row.relation
