// Lists the claims of a case, with how they stand, what they are about, and which contradict or support them.
//
// $case: slug.
// $removed: list of ids of things that were removed since, and are to be listed too; empty: none.
//
// Columns: id, text; about: [id, labels, name]; contradicts (either way), supports, supportedBy: [id, text, evidence];
// explains: [id, labels, name, evidence, weight]; evidence: ids of sources by cites, citesParagraph, citesOneOf, foundIn.
CALL () {
  MATCH (c:Claim {caseId: $case})
  RETURN c
  UNION ALL
  UNWIND $removed AS id
  MATCH (c:Record {id: id})
  WHERE c:RetiredClaim
  RETURN c
}
RETURN
  c.id AS id,
  c.text AS text,
  [(c)-[:ABOUT]->(x:Record) | [x.id, labels(x), coalesce(x.name, x.title, x.text)]] AS about,
  [(c)-[r:CONTRADICTS]-(o:Claim) | [o.id, o.text, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS contradicts,
  [(c)-[r:SUPPORTS]->(o:Claim) | [o.id, o.text, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS supports,
  [(c)<-[r:SUPPORTS]-(o:Claim) | [o.id, o.text, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS supportedBy,
  [(c)-[r:EXPLAINS]->(x:Record) |
    [x.id, labels(x), coalesce(x.name, x.title, x.text), r {.cites, .citesParagraph, .citesOneOf, .foundIn}, r.weight]] AS explains
