// Replaces the notes of what was linked and unlinked in the database.
//
// $edits: list of maps, as `packaging/same-as-edits` gives them.
// Excused: NodeByLabelScan: all are replaced.
CALL () {
  MATCH (old:SameAsEdit)
  DELETE old
}
UNWIND $edits AS edit
CREATE (e:SameAsEdit)
SET e = edit
