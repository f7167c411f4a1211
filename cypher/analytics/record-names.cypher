// Lists what a case holds, for suggestions beside an unknown id; run only when one was not found.
//
// $case: slug.
// $labels: list of kinds to choose among; empty: all but statements.
//
// Columns: id, name, aliases.
MATCH (r:Record {caseId: $case})
WHERE CASE WHEN size($labels) = 0 THEN NOT r:Statement ELSE any(label IN labels(r) WHERE label IN $labels) END
RETURN r.id AS id, coalesce(r.name, r.title, r.text, r.slug) AS name, coalesce(r.aliases, []) AS aliases
