MATCH (demand:Demand:Record {id: $id})
RETURN demand {
  .id,
  .text,
  demandedBy: [(demand)<-[:DEMANDED]-(actor:Actor) | actor {.name}],
  proposedBy: [(demand)<-[:PROPOSED]-(actor:Actor) | actor {.name}],
  backedBy: [(demand)<-[:BACKED]-(actor:Actor) | actor {.name}],
  acceptedBy: [(demand)<-[:ACCEPTED]-(actor:Actor) | actor {.name}],
  rejectedBy: [(demand)<-[:REJECTED]-(actor:Actor) | actor {.name}],
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
