// Keeps, as notes, what other cases say of the actors of a case that is about to be removed.
// Parameters: case (STRING).
// Excused: DirectedRelationshipTypeScan: links between cases are few.
MATCH (n:Record {caseId: $case})<-[r:SAME_AS]-(other:Record)
WHERE other.caseId <> $case
CREATE (p:UnlinkedSameAs)
SET p = properties(r), p.caseId = other.caseId, p.from = other.id, p.to = n.id
DELETE r
