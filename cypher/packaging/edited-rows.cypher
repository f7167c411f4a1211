// Lists the rows of all cases that were edited in the database.
//
// Columns: row (a map).
MATCH (e:EditedRow)
RETURN e {.*} AS row
ORDER BY e.id
