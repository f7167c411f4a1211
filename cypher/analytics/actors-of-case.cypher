// Lists the actors of a case, with for whom each stands, what it belongs to, and what it is the same as.
//
// $case: slug.
// $removed: list of ids of things that were removed since, and are to be listed too; empty: none.
//
// Columns: id, name, aliases, kind, caseRole; ties: [REPRESENTS or MEMBER_OF, id of the other, first day, last day, id of
// the one meeting that it holds for, null: any; its evidence: ids of sources by cites, citesParagraph, citesOneOf, foundIn];
// sameAs: ids.
CALL () {
  MATCH (a:Actor {caseId: $case})
  RETURN a
  UNION ALL
  UNWIND $removed AS id
  MATCH (a:Record {id: id})
  WHERE a:RetiredActor
  RETURN a
}
RETURN
  a.id AS id,
  a.name AS name,
  coalesce(a.aliases, []) AS aliases,
  a.kind AS kind,
  a.caseRole AS caseRole,
  [(a)-[r:REPRESENTS|MEMBER_OF]->(o:Actor) |
    [type(r), o.id, r.earliest, r.latest, r.meeting, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS ties,
  [(a)-[:SAME_AS]-(o:Actor) | o.id] AS sameAs
