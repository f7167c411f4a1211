// Lists the meetings, events and proposals of a case with their dates and evidence.
//
// $case: slug.
// $removed: list of ids of things that were removed since, and are to be listed too; empty: none.
//
// Columns: record (its properties), labels;
// order: [AFTER or BEFORE, outgoing, id, earliest, latest] of what it came after or before;
// evidence: [type, scope, oneOf, quote, locator, id, publisher, title, date, url, language, citationKey, listed].
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
  properties(thing) AS record,
  labels(thing) AS labels,
  [(thing)-[r:AFTER|BEFORE]-(x:Record) | [type(r), startNode(r) = thing, x.id, x.earliest, x.latest]] AS order,
  [(thing)-[r:CITES|FOUND_IN]->(w:Source) |
    [type(r), r.scope, r.oneOf, r.quote, r.locator, w.id, w.publisher, w.title, w.date, w.url, w.language,
     w.citationKey, w.listed]] AS evidence
