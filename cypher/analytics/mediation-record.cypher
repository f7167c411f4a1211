// Lists the meetings and proposals of a case, with the states that were mere venues.
//
// $case: slug.
// $removed: list of ids of things that were removed since, and are to be listed too; empty: none.
//
// Columns: id, labels, name, kind, date, earliest, latest, outcome, outcomeKind;
// venue: id of the actor in which a meeting was held, else null.
CALL () {
  MATCH (m:Meeting {caseId: $case})
  RETURN m AS thing
  UNION ALL
  MATCH (p:Proposal {caseId: $case})
  RETURN p AS thing
  UNION ALL
  UNWIND $removed AS id
  MATCH (thing:Record {id: id})
  WHERE thing:RetiredMeeting OR thing:RetiredProposal
  RETURN thing
}
RETURN
  thing.id AS id,
  labels(thing) AS labels,
  coalesce(thing.name, thing.title) AS name,
  thing.kind AS kind,
  thing.date AS date,
  thing.earliest AS earliest,
  thing.latest AS latest,
  thing.outcome AS outcome,
  thing.outcomeKind AS outcomeKind,
  head([(thing)-[:HELD_IN]->(a:Actor) | a.id]) AS venue
