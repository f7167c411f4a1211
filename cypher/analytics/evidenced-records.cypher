// Lists the meetings, events and proposals of a case with what is cited for them.
//
// $case: slug.
// $removed: list of ids of things that were removed since, and are to be listed too; empty: none.
//
// Columns: id, labels, name, earliest, quote, locator; cites, citesParagraph, citesOneOf, foundIn: ids of sources.
CALL () {
  MATCH (m:Meeting {caseId: $case})
  RETURN m AS thing
  UNION ALL
  MATCH (e:Event {caseId: $case})
  RETURN e AS thing
  UNION ALL
  MATCH (p:Proposal {caseId: $case})
  RETURN p AS thing
  UNION ALL
  UNWIND $removed AS id
  MATCH (thing:Record {id: id})
  WHERE thing:RetiredMeeting OR thing:RetiredEvent OR thing:RetiredProposal
  RETURN thing
}
RETURN
  thing.id AS id,
  labels(thing) AS labels,
  coalesce(thing.name, thing.title) AS name,
  thing.earliest AS earliest,
  thing.quote AS quote,
  thing.locator AS locator,
  [(thing)-[r:CITES]->(w:Source) WHERE r.scope = 'SENTENCE' AND NOT coalesce(r.oneOf, false) | w.id] AS cites,
  [(thing)-[r:CITES]->(w:Source) WHERE r.scope = 'PARAGRAPH' | w.id] AS citesParagraph,
  [(thing)-[r:CITES]->(w:Source) WHERE r.scope = 'SENTENCE' AND r.oneOf | w.id] AS citesOneOf,
  [(thing)-[:FOUND_IN]->(w:Source) | w.id] AS foundIn
