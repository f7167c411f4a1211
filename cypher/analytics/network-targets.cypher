// Lists the issues of a case and what its statements may be about, but for actors and meetings.
//
// $case: slug.
//
// Columns: id, name, kind; issues: ids (of a claim those that it or its demands are about); demands: ids of what a proposal
// contains, without what an amendment removed.
CALL () {
  MATCH (i:Issue {caseId: $case})
  RETURN i.id AS id, i.name AS name, 'Issue' AS kind, [(i)-[:PART_OF]->(w:Issue) | w.id] AS issues, [] AS demands
  UNION ALL
  MATCH (d:Demand {caseId: $case})
  RETURN d.id AS id, d.text AS name, 'Demand' AS kind, [(d)-[:ABOUT]->(i:Issue) | i.id] AS issues, [] AS demands
  UNION ALL
  MATCH (p:Proposal {caseId: $case})
  RETURN
    p.id AS id,
    p.title AS name,
    'Proposal' AS kind,
    [(p)-[:CONTAINS]->(:Demand)-[:ABOUT]->(i:Issue) | i.id] AS issues,
    [(p)-[r:CONTAINS]->(d:Demand) WHERE coalesce(r.change, '') <> 'REMOVED' | d.id] AS demands
  UNION ALL
  MATCH (c:Claim {caseId: $case})
  RETURN
    c.id AS id,
    c.text AS name,
    'Claim' AS kind,
    [(c)-[:ABOUT]->(i:Issue) | i.id] + [(c)-[:ABOUT]->(:Demand)-[:ABOUT]->(i:Issue) | i.id] AS issues,
    [] AS demands
  UNION ALL
  MATCH (e:Event {caseId: $case})
  RETURN e.id AS id, e.name AS name, 'Event' AS kind, [] AS issues, [] AS demands
}
RETURN id, name, kind, issues, demands
