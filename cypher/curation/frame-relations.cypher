// Gives the relations that the rows of a case make, those of its statements apart.
//
// $case: slug.
//
// Columns: key (element id, to delete it by), type, from, to, properties.
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
MATCH (n)-[r:ABOUT|AFTER|AMENDS|AT|BEFORE|CITES|COMPILED_FROM|CONTAINS|CONTRADICTS|EXPLAINS|FOUND_IN|HARDENS|HELD_IN|INCORPORATES|IN_CASE|LED_TO|MEMBER_OF|NOW|PART_OF|REPRESENTS|RESPONDS_TO|RESULTED_IN|SAME_AS|SAME_WORK_AS|SOFTENS|SUPPORTS]->(b)
RETURN elementId(r) AS key, type(r) AS type, n.id AS from, b.id AS to, properties(r) AS properties
