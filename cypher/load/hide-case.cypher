// Takes the node of a case and its former ids and links to other cases out of sight.
// Parameters: case (STRING).
// Excused: NodeByLabelScan: few links wait for a case that is not loaded.
OPTIONAL MATCH (home:Case {id: $case})
FOREACH (n IN CASE WHEN home IS NULL THEN [] ELSE [home] END |
  REMOVE n:Case
  SET n:Discarded
)
WITH count(*) AS one
CALL () {
  MATCH (former:FormerId {caseId: $case})
  DETACH DELETE former
}
CALL () {
  MATCH (p:UnlinkedSameAs {caseId: $case})
  DELETE p
}
