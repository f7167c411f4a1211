// Keeps, as notes, what other cases say of records of a case that are about to be removed.
// Parameters: case (STRING), ids (LIST of STRING).
UNWIND $ids AS id
MATCH (n:Record {id: id})<-[r:SAME_AS]-(other:Record)
WHERE other.caseId <> $case
CREATE (p:UnlinkedSameAs)
SET p = properties(r), p.caseId = other.caseId, p.from = other.id, p.to = id
DELETE r
