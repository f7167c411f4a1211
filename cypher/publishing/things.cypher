// Lists every thing of a case that has a story, with the words by which it is found.
//
// $case: slug.
//
// Columns: id, labels, name, aliases; by id.
MATCH (r:Record {caseId: $case})
WHERE NOT r:Statement
RETURN
  r.id AS id,
  labels(r) AS labels,
  coalesce(r.name, r.title, r.text, r.publisher, r.slug) AS name,
  coalesce(r.aliases, []) AS aliases
ORDER BY id
