// Fetches all statements of a case that have actors and are not retracted, so that a million come in a few seconds: plain rows
// take the driver fifteen times as long, and groups over the whole case are not sent before the last of them is known.
//
// $case: slug.
//
// Columns: target, kind (its label), onCount (of all statements about it, also those that are retracted or have no actor),
// groups: [act, status, date, earliest, latest, actors, statements], where the last two are ids, place by place. One row for
// each target that statements are about.
CALL () {
  MATCH (t:Demand {caseId: $case})
  RETURN t, 'Demand' AS kind
  UNION ALL
  MATCH (t:Proposal {caseId: $case})
  RETURN t, 'Proposal' AS kind
  UNION ALL
  MATCH (t:Meeting {caseId: $case})
  RETURN t, 'Meeting' AS kind
  UNION ALL
  MATCH (t:Event {caseId: $case})
  RETURN t, 'Event' AS kind
  UNION ALL
  MATCH (t:Claim {caseId: $case})
  RETURN t, 'Claim' AS kind
  UNION ALL
  MATCH (t:Actor {caseId: $case})
  RETURN t, 'Actor' AS kind
}
CALL (t) {
  // Only actors have these relations; asking a million times whether one is an actor takes a quarter of the time.
  MATCH (t)<-[r:PROPOSED|DEMANDED|OFFERED|PROMISED|BACKED|ACCEPTED|SIGNED|ASSERTED|CONDITIONALLY_ACCEPTED|CONCEDED|WELCOMED|CRITICISED|NOT_ACCEPTED|REJECTED|DISPUTED|VIOLATED|IGNORED|ABSTAINED|ACKNOWLEDGED|ANNOUNCED|AMENDED|FULFILLED|ATTENDED|DID_NOT_ATTEND|DECLINED_TO_ATTEND|INVITED|MEDIATED|OFFERED_TO_MEDIATE|HOSTED|WITNESSED|SUSPENDED|APPOINTED|ACCUSED|WARNED|CARRIED_OUT|WITHDREW]-(a)
  // The first and the last day follow from the date, hence those of one relation are those of all.
  WITH type(r) AS act, r.status AS status, r.date AS date, head(collect(r)) AS one, collect(a.id) AS actors,
    collect(r.statementId) AS statements
  RETURN collect([act, status, date, one.earliest, one.latest, actors, statements]) AS groups
}
WITH t, kind, groups, COUNT { (t)<-[:ON]-() } AS onCount
WHERE onCount > 0
RETURN t.id AS target, kind, onCount, groups
