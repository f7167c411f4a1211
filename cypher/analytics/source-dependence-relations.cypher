// Lists the relations of structure of a case that carry evidence of their own: provisions, ties of actors, links.
//
// $case: slug.
//
// Columns: type; from, to: [id, labels, name]; quote, locator, item, since, meeting;
// cites, citesParagraph, citesOneOf, foundIn: ids of sources.
MATCH (a:Record {caseId: $case})-[r:CONTAINS|REPRESENTS|MEMBER_OF|AMENDS|INCORPORATES|RESPONDS_TO|AT|RESULTED_IN|CONTRADICTS|HARDENS|SOFTENS|SUPPORTS|EXPLAINS|LED_TO|AFTER|BEFORE]->(b:Record)
WHERE r.foundIn IS NOT NULL OR r.cites IS NOT NULL OR r.citesOneOf IS NOT NULL
RETURN
  type(r) AS type,
  [a.id, labels(a), coalesce(a.name, a.title, a.text)] AS from,
  [b.id, labels(b), coalesce(b.name, b.title, b.text)] AS to,
  r.quote AS quote,
  r.locator AS locator,
  r.item AS item,
  r.from AS since,
  r.meeting AS meeting,
  coalesce(r.cites, []) AS cites,
  coalesce(r.citesParagraph, []) AS citesParagraph,
  coalesce(r.citesOneOf, []) AS citesOneOf,
  coalesce(r.foundIn, []) AS foundIn
