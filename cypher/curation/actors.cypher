// Lists actors with what tells them apart, and what they are linked with.
//
// $case: slug, or null for all cases.
//
// Columns: id, name, aliases, kind, iso3, wikidata, sameAs (ids).
// Excused: NodeByLabelScan: the actors of all cases may be asked for, which are few beside statements.
MATCH (a:Actor)
WHERE $case IS NULL OR a.caseId = $case
RETURN a.id AS id, a.name AS name, coalesce(a.aliases, []) AS aliases, a.kind AS kind, a.iso3 AS iso3, a.wikidata AS wikidata,
  [(a)-[:SAME_AS]-(b) | b.id] AS sameAs
ORDER BY id
