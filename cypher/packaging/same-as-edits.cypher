// Lists what was linked and unlinked in the database.
//
// Columns: edit (a map).
// Excused: NodeByLabelScan: all are asked for.
MATCH (e:SameAsEdit)
RETURN e {.*} AS edit
ORDER BY e.from, e.to
