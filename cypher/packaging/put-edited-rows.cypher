// Replaces the notes of which rows were edited in the database.
//
// $rows: list of maps, as `packaging/edited-rows` gives them.
CALL () {
  MATCH (old:EditedRow)
  DELETE old
}
UNWIND $rows AS row
CREATE (e:EditedRow)
SET e = row
