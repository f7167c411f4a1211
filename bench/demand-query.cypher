MATCH (demand:Demand:Record {id: $id})
RETURN demand {
  .id,
  .text,
  demandedBy: COLLECT { MATCH (demand)<-[:DEMANDED]-(actor:Actor) WITH DISTINCT actor RETURN actor {.name} },
  proposedBy: COLLECT { MATCH (demand)<-[:PROPOSED]-(actor:Actor) WITH DISTINCT actor RETURN actor {.name} },
  backedBy: COLLECT { MATCH (demand)<-[:BACKED]-(actor:Actor) WITH DISTINCT actor RETURN actor {.name} },
  acceptedBy: COLLECT { MATCH (demand)<-[:ACCEPTED]-(actor:Actor) WITH DISTINCT actor RETURN actor {.name} },
  rejectedBy: COLLECT { MATCH (demand)<-[:REJECTED]-(actor:Actor) WITH DISTINCT actor RETURN actor {.name} },
  statements: [(demand)<-[:ON]-(statement:Statement) | statement {
    .act,
    .date,
    .status,
    .quote,
    actors: [(statement)<-[:STATED]-(actor:Actor) | actor {.name}],
    meeting: [(statement)-[:MADE_AT]->(meeting:Meeting) | meeting {.name}],
    cites: [(statement)-[:CITES]->(source:Source) | source {.publisher, .title}]
  }],
  proposals: [(demand)<-[:CONTAINS]-(proposal:Proposal) | proposal {
    .title,
    meetings: [(proposal)-[:AT]->(meeting:Meeting) | meeting {.name, .date, .outcome}],
    statements: [(proposal)<-[:ON]-(statement:Statement) | statement {
      .act,
      .date,
      .status,
      .quote,
      actors: [(statement)<-[:STATED]-(actor:Actor) | actor {.name}],
      cites: [(statement)-[:CITES]->(source:Source) | source {.publisher, .title}]
    }]
  }]
} AS demand
