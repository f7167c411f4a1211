// Fetches statements one by one: all that a case ever held, or those that stand and name no actor.
//
// $case: slug; null: no case as a whole.
// $targets: ids of what statements that stand and name no actor are about; empty: none of these.
//
// Columns: id, act, status, date, earliest, latest, recordedAt, retractedAt, actors, onBehalfOf, target, kinds (labels of the
// target), madeAt (null where there are several candidates), cites, citesParagraph, citesOneOf: ids; foundIn: [id, whether it was coded
// from it, false for a further finding].
CALL () {
  MATCH (s:Statement {caseId: $case})
  RETURN s
  UNION ALL
  UNWIND $targets AS target
  MATCH (:Record {id: target})<-[:ON]-(s:Statement)
  WHERE s.actorBasis = 'NOT_STATED' AND s.retractedAt IS NULL
  RETURN s
}
MATCH (s)-[:ON]->(t)
RETURN
  s.id AS id,
  s.act AS act,
  s.status AS status,
  s.date AS date,
  s.earliest AS earliest,
  s.latest AS latest,
  s.recordedAt AS recordedAt,
  s.retractedAt AS retractedAt,
  [(a:Actor)-[:STATED]->(s) | a.id] AS actors,
  [(s)-[:ON_BEHALF_OF]->(a:Actor) | a.id] AS onBehalfOf,
  t.id AS target,
  labels(t) AS kinds,
  head([(s)-[r:MADE_AT]->(m) WHERE NOT coalesce(r.oneOf, false) | m.id]) AS madeAt,
  [(s)-[r:FOUND_IN]->(w) | [w.id, r.quote IS NULL AND r.locator IS NULL]] AS foundIn,
  [(s)-[r:CITES]->(w) WHERE r.scope = 'SENTENCE' AND NOT r.oneOf | w.id] AS cites,
  [(s)-[r:CITES]->(w) WHERE r.scope = 'PARAGRAPH' | w.id] AS citesParagraph,
  [(s)-[r:CITES]->(w) WHERE r.scope = 'SENTENCE' AND r.oneOf | w.id] AS citesOneOf
