// Counts what proves at one go that derived relations and the standing statements of actors belong together one to one.
// They do where the first three counts are equal and the last is 0; where not, other queries find what does not.
// Columns: typedCount (INTEGER, relations named after an act), namedCount (INTEGER, relations that name a statement),
// soundCount (INTEGER, relations that lead from an actor of a standing statement to its target, name it, and have its act, dates
// and status), unsoundCount (INTEGER, standing statements of an actor without exactly one such relation).
// Excused: NodeByLabelScan, DirectedAllRelationshipsScan, CartesianProduct: the doctor looks at the whole database, by one row each.
CALL () {
  MATCH ()-[r:PROPOSED|DEMANDED|OFFERED|PROMISED|BACKED|ACCEPTED|SIGNED|ASSERTED|CONDITIONALLY_ACCEPTED|CONCEDED|WELCOMED|CRITICISED|NOT_ACCEPTED|REJECTED|DISPUTED|VIOLATED|IGNORED|ABSTAINED|ACKNOWLEDGED|ANNOUNCED|AMENDED|FULFILLED|ATTENDED|DID_NOT_ATTEND|DECLINED_TO_ATTEND|INVITED|MEDIATED|OFFERED_TO_MEDIATE|HOSTED|WITNESSED|SUSPENDED|APPOINTED|ACCUSED|WARNED|CARRIED_OUT|WITHDREW]->()
  RETURN count(r) AS typedCount
}
CALL () {
  MATCH ()-[r]->()
  WHERE r.statementId IS NOT NULL
  RETURN count(*) AS namedCount
}
CALL () {
  MATCH (s:Statement)
  WHERE s.retractedAt IS NULL
  MATCH (a:Record)-[:STATED]->(s)-[:ON]->(t)
  WITH s, COUNT {
    MATCH (a)-[r:PROPOSED|DEMANDED|OFFERED|PROMISED|BACKED|ACCEPTED|SIGNED|ASSERTED|CONDITIONALLY_ACCEPTED|CONCEDED|WELCOMED|CRITICISED|NOT_ACCEPTED|REJECTED|DISPUTED|VIOLATED|IGNORED|ABSTAINED|ACKNOWLEDGED|ANNOUNCED|AMENDED|FULFILLED|ATTENDED|DID_NOT_ATTEND|DECLINED_TO_ATTEND|INVITED|MEDIATED|OFFERED_TO_MEDIATE|HOSTED|WITNESSED|SUSPENDED|APPOINTED|ACCUSED|WARNED|CARRIED_OUT|WITHDREW]->(t)
    WHERE r.statementId = s.id
      AND type(r) = s.act
      AND (r.status = s.status OR (r.status IS NULL AND s.status IS NULL))
      AND (r.date = s.date OR (r.date IS NULL AND s.date IS NULL))
      AND (r.earliest = s.earliest OR (r.earliest IS NULL AND s.earliest IS NULL))
      AND (r.latest = s.latest OR (r.latest IS NULL AND s.latest IS NULL))
  } AS relationCount
  RETURN coalesce(sum(relationCount), 0) AS soundCount,
         coalesce(sum(CASE WHEN relationCount = 1 THEN 0 ELSE 1 END), 0) AS unsoundCount
}
RETURN typedCount, namedCount, soundCount, unsoundCount
