MATCH (demand:Record {id: $id})
WITH demand, [(demand)<-[:CONTAINS]-(proposal:Proposal) | proposal] AS proposals
WITH demand, proposals, [demand] + proposals AS targets
UNWIND targets AS target
OPTIONAL MATCH (target)<-[:ON]-(s:Statement)
WHERE s.retractedAt IS NULL
WITH demand, proposals, collect(s {
  .id,
  .act,
  .date,
  .status,
  .quote,
  .locator,
  target: target {.id},
  actors: [(s)<-[:STATED]-(a:Actor) | a {.id, .name}],
  onBehalfOf: [(s)-[:ON_BEHALF_OF]->(a:Actor) | a {.name}],
  addressedTo: [(s)-[:ADDRESSED_TO]->(a:Actor) | a {.name}],
  madeAt: head([(s)-[r:MADE_AT]->(m:Meeting) WHERE NOT coalesce(r.oneOf, false) | m {.name, .date, .outcome}]),
  cites: [(s)-[:CITES]->(w:Source) | {source: w {.publisher, .title, .date}}],
  foundIn: [(s)-[:FOUND_IN]->(w:Source) | {source: w {.publisher, .title}}]
}) AS statements
RETURN {
  root: {name: demand.text},
  abouts: [p IN proposals | p {.id, name: p.title, .date, meetings: [(p)-[:AT|RESULTED_IN]-(m:Meeting) | m {.name, .date, .outcome}]}],
  statements: statements
} AS trace
