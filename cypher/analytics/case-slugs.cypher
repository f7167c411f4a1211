// Lists the cases, for a suggestion beside an unknown one, or to complete a slug that is given alone.
//
// Excused: NodeByLabelScan: a database holds few cases.
//
// Columns: id.
MATCH (c:Case)
RETURN c.id AS id
ORDER BY id
