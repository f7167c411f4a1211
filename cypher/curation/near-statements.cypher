// Gives the ids of the statements that an edit of one record is checked against, each once.
//
// $case: slug. $id: id of the edited record, which is left out. All others are lists, which add nothing where empty:
// $named: ids that the record names.
// $ordered: ids from which the order by AFTER and BEFORE is followed, either way.
// $alike: {act, target (id), date or null} of statements that may say the same.
// $sources: ids of sources; a few statements found in each.
// $documents: ids of sources; all statements found in them.
// $targets: ids; all statements about those that are claims.
// $mediators: ids of actors; $mediatingActs: a few statements with such an act of each.
// $bound: ids of proposals; $bindingActs: all statements with such an act about them.
// $voices: ids of actors or sources; all statements about claims that they speak on.
//
// Columns: id.
CALL () {
  MATCH (s:Statement {caseId: $case})
  RETURN s
  LIMIT 2
  UNION
  UNWIND $named AS id
  MATCH (s:Record {id: id})
  WHERE s:Statement
  RETURN s
  UNION
  UNWIND $ordered AS id
  MATCH (n:Record {id: id})
  MATCH (n)-[:AFTER|BEFORE*0..]-(s:Record)
  WITH DISTINCT s
  WHERE s:Statement
  RETURN s
  UNION
  UNWIND $alike AS row
  MATCH (:Record {id: row.target})<-[:ON]-(s:Statement)
  WHERE s.act = row.act AND s.retractedAt IS NULL
    AND (s.date = row.date OR (s.date IS NULL AND row.date IS NULL))
  RETURN s
  UNION
  UNWIND $sources AS id
  MATCH (w:Record {id: id})
  CALL (w) {
    MATCH (w)<-[:FOUND_IN]-(s:Statement)
    RETURN s
    LIMIT 2
  }
  RETURN s
  UNION
  UNWIND $documents AS id
  MATCH (:Record {id: id})<-[:FOUND_IN]-(s:Statement)
  RETURN s
  UNION
  UNWIND $targets AS id
  MATCH (claim:Record {id: id})
  WHERE claim:Claim
  MATCH (claim)<-[:ON]-(s:Statement)
  WHERE s.retractedAt IS NULL
  RETURN s
  UNION
  UNWIND $mediators AS id
  MATCH (a:Record {id: id})
  CALL (a) {
    MATCH (a)-[:STATED]->(s:Statement)
    WHERE s.act IN $mediatingActs AND s.retractedAt IS NULL
    RETURN s
    LIMIT 2
  }
  RETURN s
  UNION
  UNWIND $bound AS id
  MATCH (:Record {id: id})<-[:ON]-(s:Statement)
  WHERE s.act IN $bindingActs
  RETURN s
  UNION
  UNWIND $voices AS id
  MATCH (:Record {id: id})-[:STATED|FOUND_IN]-(:Statement)-[:ON]->(claim:Claim)
  WITH DISTINCT claim
  MATCH (claim)<-[:ON]-(s:Statement)
  WHERE s.retractedAt IS NULL
  RETURN s
}
WITH DISTINCT s.id AS id
WHERE id <> $id
RETURN id
ORDER BY id
