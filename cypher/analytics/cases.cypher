// Lists the cases with what they hold.
//
// Excused: NodeByLabelScan: a database holds few cases, and all are asked for.
//
// Columns: id, title, description, from, to, licence; actors, issues, demands, proposals, meetings, events, claims,
// sources, statements: counts, without retracted statements; earliest, latest: first and last day of its statements;
// citedSources: how many sources something cites; documents: [id, publisher, title, date, coverage].
MATCH (c:Case)
RETURN
  c.id AS id,
  c.title AS title,
  c.description AS description,
  c.from AS from,
  c.to AS to,
  c.licence AS licence,
  COUNT { MATCH (n:Actor {caseId: c.id}) } AS actors,
  COUNT { MATCH (n:Issue {caseId: c.id}) } AS issues,
  COUNT { MATCH (n:Demand {caseId: c.id}) } AS demands,
  COUNT { MATCH (n:Proposal {caseId: c.id}) } AS proposals,
  COUNT { MATCH (n:Meeting {caseId: c.id}) } AS meetings,
  COUNT { MATCH (n:Event {caseId: c.id}) } AS events,
  COUNT { MATCH (n:Claim {caseId: c.id}) } AS claims,
  COUNT { MATCH (n:Source {caseId: c.id}) } AS sources,
  COUNT { MATCH (n:Statement {caseId: c.id}) WHERE n.retractedAt IS NULL } AS statements,
  COUNT { MATCH (n:Source {caseId: c.id}) WHERE EXISTS { (n)<-[:CITES]-() } } AS citedSources,
  COLLECT {
    MATCH (n:Statement {caseId: c.id})
    WHERE n.retractedAt IS NULL AND n.earliest IS NOT NULL
    RETURN n.earliest
    ORDER BY n.earliest
    LIMIT 1
  }[0] AS earliest,
  COLLECT {
    MATCH (n:Statement {caseId: c.id})
    WHERE n.retractedAt IS NULL AND n.latest IS NOT NULL
    RETURN n.latest
    ORDER BY n.latest DESC
    LIMIT 1
  }[0] AS latest,
  [(c)-[:COMPILED_FROM]->(d:Source) | [d.id, d.publisher, d.title, d.date, d.coverage]] AS documents
ORDER BY id
