// Lists the rows of all cases that were edited in the database.
//
// Columns: row (a map).
// Excused: NodeByLabelScan: all are asked for.
MATCH (e:EditedRow)
RETURN e {.*} AS row
ORDER BY e.id
