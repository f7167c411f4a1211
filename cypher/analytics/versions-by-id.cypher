// Finds what things were at a time, where they were removed or changed since: their kept versions.
//
// $ids: list of ids (`case/slug`) as they are now, or were; those without such a version give no row.
// $asKnownOn: ISO time.
//
// Columns: asked (the id given), id (of the version, such as `case/slug~1`), labels, name (null for a statement).
UNWIND $ids AS asked
CALL (asked) {
  MATCH (r:Record)
  WHERE r.id STARTS WITH asked + '~'
    AND (r:Statement OR EXISTS { (r)--(:Statement) })
  CALL (r) {
    WITH r
    WHERE r:Statement
    RETURN r AS s
    UNION ALL
    MATCH (r)--(s:Statement)
    WHERE NOT r:Statement
    RETURN s
  }
  WITH r, s
  WHERE (s.recordedAt IS NULL OR s.recordedAt <= datetime($asKnownOn)) AND s.retractedAt > datetime($asKnownOn)
  RETURN DISTINCT r
  ORDER BY r.id
  LIMIT 1
}
RETURN asked, r.id AS id, labels(r) AS labels, coalesce(r.name, r.title, r.text) AS name
