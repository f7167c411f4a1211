// Finds actors by id, former ids included.
//
// $ids: list of ids.
//
// Columns: asked, id.
UNWIND $ids AS asked
CALL (asked) {
  MATCH (a:Record:Actor {id: asked})
  RETURN a
  UNION
  MATCH (:FormerId {id: asked})-[:NOW]->(a:Actor)
  RETURN a
}
RETURN asked, a.id AS id
