// Lists the actors of a case, with for whom each stands, what it belongs to, and what it is the same as.
//
// $case: slug.
//
// Columns: id, name, kind, caseRole; ties: [REPRESENTS or MEMBER_OF, id of the other, first day, last day, id of the one
// meeting that it holds for, null: any]; sameAs: ids.
MATCH (a:Actor {caseId: $case})
RETURN
  a.id AS id,
  a.name AS name,
  a.kind AS kind,
  a.caseRole AS caseRole,
  [(a)-[r:REPRESENTS|MEMBER_OF]->(o:Actor) | [type(r), o.id, r.earliest, r.latest, r.meeting]] AS ties,
  [(a)-[:SAME_AS]-(o:Actor) | o.id] AS sameAs
