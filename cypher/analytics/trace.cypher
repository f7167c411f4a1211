// Answers who did and said what about one thing, and about what it contains or is contained in, with all evidence.
//
// $id: id (`case/slug`) of any record.
// $standIns: list of ids of actors whose statements may count for it too; empty: none.
// $asKnownOn: ISO time or null; null leaves retracted statements out, a time fetches them too, for the caller to sort out.
//
// Columns, in one row, none where nothing has the id:
// root: its properties; labels; evidence: as below, of the root itself;
// neighbours: [type, outgoing, id, labels, name, properties of the relation, standing of a claim,
//   act, actors and target of a statement] of every structure relation of the root;
// abouts: what else the statements are about, as {ways, id, labels, name, kind, state, date, earliest, latest, place,
//   outcome, outcomeKind, meetings: [type, role, id, name, date, place, outcome, outcomeKind, evidence]}, the root among them;
//   ways: [how it stands to the root, evidence of each relation that leads to it]; evidence of a relation: ids of sources by
//   cites, citesParagraph, citesOneOf, foundIn;
// statements: list of {statement, links, meetings, evidence, answers}, as in statements-on-targets.cypher, in no order.
MATCH (root:Record {id: $id})
CALL (root) {
  RETURN root AS about, 'ITSELF' AS relation, [] AS links
  UNION ALL
  MATCH (root)<-[r:CONTAINS]-(about:Proposal)
  RETURN about, 'CONTAINED_IN' AS relation, [r] AS links
  UNION ALL
  MATCH (root)-[r:CONTAINS]->(about:Demand)
  RETURN about, 'CONTAINS' AS relation, [r] AS links
  UNION ALL
  MATCH (root)-[links:AMENDS*1..8]->(about:Proposal)
  RETURN about, 'AMENDS' AS relation, links
  UNION ALL
  MATCH (root)<-[links:AMENDS*1..8]-(about:Proposal)
  RETURN about, 'AMENDED_BY' AS relation, links
  UNION ALL
  MATCH (root)-[links:INCORPORATES*1..8]->(about:Proposal)
  RETURN about, 'INCORPORATES' AS relation, links
  UNION ALL
  MATCH (root)<-[links:INCORPORATES*1..8]-(about:Proposal)
  RETURN about, 'INCORPORATED_IN' AS relation, links
  UNION ALL
  MATCH (root:Meeting)<-[:PART_OF*1..8]-(about:Meeting)
  RETURN about, 'HAS_PART' AS relation, [] AS links
  UNION ALL
  MATCH (root:Meeting)-[:PART_OF*1..8]->(about:Meeting)
  RETURN about, 'PART_OF' AS relation, [] AS links
  UNION ALL
  MATCH (root:Meeting)<-[:PART_OF*0..8]-(:Meeting)-[r:RESULTED_IN]->(about:Proposal)
  RETURN about, 'RESULTED_IN' AS relation, [r] AS links
  UNION ALL
  MATCH (root:Meeting)<-[:PART_OF*0..8]-(:Meeting)<-[r:AT]-(about:Proposal)
  RETURN about, CASE r.role WHEN 'PRESENTED' THEN 'PRESENTED_THERE' ELSE 'DISCUSSED_THERE' END AS relation, [r] AS links
  UNION ALL
  MATCH (root:Issue)<-[:PART_OF*0..8]-(:Issue)<-[:ABOUT]-(about:Demand)
  RETURN about, 'ON_ISSUE' AS relation, [] AS links
  UNION ALL
  MATCH (root:Claim)-[r:CONTRADICTS|SUPPORTS]-(about:Claim)
  RETURN about, CASE
    WHEN type(r) = 'CONTRADICTS' THEN 'CONTRADICTS'
    WHEN startNode(r) = root THEN 'SUPPORTS'
    ELSE 'SUPPORTED_BY'
  END AS relation, [r] AS links
  UNION ALL
  UNWIND $standIns AS standIn
  MATCH (about:Record {id: standIn})
  RETURN about, 'REPRESENTED_BY' AS relation, [] AS links
}
WITH root, about, collect([relation, [r IN links | r {.cites, .citesParagraph, .citesOneOf, .foundIn}]]) AS ways
CALL (root, about, ways) {
  MATCH (about)-[r:ON|MADE_AT|CONDITIONAL_ON|STATED|THROUGH|ON_BEHALF_OF|ADDRESSED_TO|AGAINST|ASSERTED_BY|DISPUTED_BY|CITES|FOUND_IN|IN_RESPONSE_TO]-(s:Statement)
  WHERE ($asKnownOn IS NOT NULL OR s.retractedAt IS NULL)
    AND (about = root
      OR CASE ways[0][0]
        WHEN 'REPRESENTED_BY' THEN type(r) = 'STATED'
        WHEN 'HAS_PART' THEN type(r) IN ['ON', 'MADE_AT']
        ELSE type(r) = 'ON'
      END)
  RETURN collect(DISTINCT s) AS found
}
WITH
  root,
  collect({
    ways: ways,
    id: about.id,
    labels: labels(about),
    name: coalesce(about.name, about.title, about.text),
    kind: about.kind,
    state: about.state,
    date: about.date,
    earliest: about.earliest,
    latest: about.latest,
    place: about.place,
    outcome: about.outcome,
    outcomeKind: about.outcomeKind,
    meetings: [(about)-[m:AT|RESULTED_IN]-(at:Meeting) WHERE NOT about:Meeting |
      [type(m), m.role, at.id, at.name, at.date, at.place, at.outcome, at.outcomeKind, m {.cites, .citesParagraph, .citesOneOf, .foundIn}]]
  }) AS abouts,
  collect(found) AS foundLists
CALL (root, foundLists) {
  UNWIND CASE WHEN root:Statement THEN [[root]] + foundLists ELSE foundLists END AS found
  UNWIND found AS s
  WITH DISTINCT s
  RETURN collect({
    statement: properties(s),
    links: [(s)-[r:STATED|ON|THROUGH|ON_BEHALF_OF|ADDRESSED_TO|AGAINST|ASSERTED_BY|DISPUTED_BY|CONDITIONAL_ON|AFTER|BEFORE]-(x:Record)
      WHERE NOT x:Statement |
      [type(r), startNode(r) = s, x.id, labels(x), coalesce(x.name, x.title, x.text), x.earliest, x.latest]],
    meetings: [(s)-[r:MADE_AT]->(m:Meeting) | [m.id, m.name, r.oneOf, m.date, m.place, m.outcome, m.outcomeKind]],
    evidence: [(s)-[r:CITES|FOUND_IN]->(w:Source) |
      [type(r), r.scope, r.oneOf, r.quote, r.locator, w.id, w.publisher, w.title, w.date, w.url, w.language,
       w.citationKey, w.listed]],
    answers: [(s)-[r:IN_RESPONSE_TO|AFTER|BEFORE]-(o:Statement) |
      [type(r), startNode(r) = s, o.id, o.act, o.date, [(o)<-[:STATED]-(a:Actor) | a.name],
       head([(o)-[:ON]->(t:Record) | coalesce(t.name, t.title, t.text)]), r.alternative, o.earliest, o.latest]]
  }) AS statements
}
RETURN
  root,
  labels(root) AS labels,
  [(root)-[r:CITES|FOUND_IN]->(w:Source) WHERE NOT root:Statement |
    [type(r), r.scope, r.oneOf, r.quote, r.locator, w.id, w.publisher, w.title, w.date, w.url, w.language,
     w.citationKey, w.listed]] AS evidence,
  [(root)-[r:CONTAINS|AMENDS|INCORPORATES|RESPONDS_TO|AT|RESULTED_IN|PART_OF|HELD_IN|ABOUT|CONTRADICTS|HARDENS|SOFTENS|SUPPORTS|EXPLAINS|LED_TO|AFTER|BEFORE|REPRESENTS|MEMBER_OF|SAME_AS|SAME_WORK_AS]-(x:Record) |
    [type(r), startNode(r) = root, x.id, labels(x), coalesce(x.name, x.title, x.text), properties(r), x.standing,
     x.act, CASE WHEN x:Statement THEN [(x)<-[:STATED]-(a:Actor) | a.name] END,
     CASE WHEN x:Statement THEN head([(x)-[:ON]->(t:Record) | coalesce(t.name, t.title, t.text)]) END]]
    AS neighbours,
  abouts,
  statements
