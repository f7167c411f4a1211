// Finds things by id, former ids included.
//
// $ids: list of ids (`case/slug`); those that nothing has give no row.
//
// Columns: asked (the id given), id, labels, name (null for a statement).
UNWIND $ids AS asked
CALL (asked) {
  MATCH (r:Record {id: asked})
  RETURN r
  UNION
  MATCH (:FormerId {id: asked})-[:NOW]->(r:Record)
  RETURN r
}
RETURN asked, r.id AS id, labels(r) AS labels, coalesce(r.name, r.title, r.text) AS name
