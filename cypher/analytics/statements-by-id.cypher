// Fetches whole statements by their ids, retracted ones too.
//
// $ids: list of ids (`case/slug`); those that nothing has give no row.
//
// Columns: those of every query that fetches whole statements (src/analytics/statement-ref.ts):
// statement: its properties; links: [type, outgoing, id, labels, name, earliest, latest];
// meetings: [id, name, oneOf, date, place, outcome, outcomeKind];
// evidence: [type, scope, oneOf, quote, locator, id, publisher, title, date, url, language, citationKey, listed];
// answers: other statements as [type, outgoing, id, act, date, actors, target, alternative, earliest, latest].
UNWIND $ids AS statementId
MATCH (s:Record:Statement {id: statementId})
RETURN
  s AS statement,
  [(s)-[r:STATED|ON|THROUGH|ON_BEHALF_OF|ADDRESSED_TO|AGAINST|ASSERTED_BY|DISPUTED_BY|CONDITIONAL_ON|AFTER|BEFORE]-(x:Record)
    WHERE NOT x:Statement |
    [type(r), startNode(r) = s, x.id, labels(x), coalesce(x.name, x.title, x.text), x.earliest, x.latest]] AS links,
  [(s)-[r:MADE_AT]->(m:Meeting) | [m.id, m.name, r.oneOf, m.date, m.place, m.outcome, m.outcomeKind]] AS meetings,
  [(s)-[r:CITES|FOUND_IN]->(w:Source) |
    [type(r), r.scope, r.oneOf, r.quote, r.locator, w.id, w.publisher, w.title, w.date, w.url, w.language,
     w.citationKey, w.listed]] AS evidence,
  [(s)-[r:IN_RESPONSE_TO|AFTER|BEFORE]-(o:Statement) |
    [type(r), startNode(r) = s, o.id, o.act, o.date, [(o)<-[:STATED]-(a:Actor) | a.name],
     head([(o)-[:ON]->(t:Record) | coalesce(t.name, t.title, t.text)]), r.alternative, o.earliest, o.latest]] AS answers
