// Gives the case, its former ids and all that stands in it but its statements, without what loading notes for itself.
//
// $case: slug.
//
// Columns: id, labels, properties.
CALL () {
  MATCH (n:Actor {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Issue {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Demand {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Proposal {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Meeting {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Event {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Claim {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Source {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:FormerId {caseId: $case})
  RETURN n
  UNION ALL
  MATCH (n:Case {id: $case})
  RETURN n
}
RETURN n.id AS id, labels(n) AS labels, n {.*, fingerprint: null, settings: null, revision: null} AS properties
