// Lists the actors of a case as networks show them, in the order of their ids.
//
// $case: slug.
//
// Columns: id, name, kind, aliases, caseRole, iso3, wikidata; ties: [REPRESENTS or MEMBER_OF, id of the other, first day,
// last day, id of the one meeting that it holds for, null: any]; sameAs: ids.
MATCH (a:Actor {caseId: $case})
RETURN
  a.id AS id,
  a.name AS name,
  a.kind AS kind,
  coalesce(a.aliases, []) AS aliases,
  a.caseRole AS caseRole,
  a.iso3 AS iso3,
  a.wikidata AS wikidata,
  [(a)-[r:REPRESENTS|MEMBER_OF]->(o:Actor) | [type(r), o.id, r.earliest, r.latest, r.meeting]] AS ties,
  [(a)-[:SAME_AS]-(o:Actor) | o.id] AS sameAs
ORDER BY id
