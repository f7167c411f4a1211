// Lists the claims of a case, with how they stand, what they are about, and which contradict or support them.
//
// $case: slug.
//
// Columns: id, text, standing; about: [id, labels, name]; contradicts (either way), supports, supportedBy: [id, text];
// explains: [id, labels, name, weight].
MATCH (c:Claim {caseId: $case})
RETURN
  c.id AS id,
  c.text AS text,
  c.standing AS standing,
  [(c)-[:ABOUT]->(x:Record) | [x.id, labels(x), coalesce(x.name, x.title, x.text)]] AS about,
  [(c)-[:CONTRADICTS]-(o:Claim) | [o.id, o.text]] AS contradicts,
  [(c)-[:SUPPORTS]->(o:Claim) | [o.id, o.text]] AS supports,
  [(c)<-[:SUPPORTS]-(o:Claim) | [o.id, o.text]] AS supportedBy,
  [(c)-[r:EXPLAINS]->(x:Record) | [x.id, labels(x), coalesce(x.name, x.title, x.text), r.weight]] AS explains
