// Replaces the notes of which rows were edited in the database.
//
// $rows: list of maps, as `packaging/edited-rows` gives them.
// Excused: NodeByLabelScan: all are replaced.
CALL () {
  MATCH (old:EditedRow)
  DELETE old
}
UNWIND $rows AS row
CREATE (e:EditedRow)
SET e = row
