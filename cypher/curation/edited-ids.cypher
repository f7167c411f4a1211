// Gives the ids of a record and its earlier versions, and of those with its id and a number, as names are made.
//
// $id: id, without the number of a version.
//
// Columns: id.
CALL () {
  MATCH (n:Record {id: $id})
  RETURN n.id AS id
  UNION
  MATCH (n:Record)
  WHERE n.id STARTS WITH $id + '~'
  RETURN n.id AS id
  UNION
  MATCH (n:Record)
  WHERE n.id STARTS WITH $id + '-' AND toIntegerOrNull(substring(n.id, size($id) + 1)) IS NOT NULL
  RETURN n.id AS id
}
RETURN id
ORDER BY id
