// Lists the rows of a case that were edited in the database since a folder last had them as they were.
// Parameters: case (STRING).
// Columns: id (STRING), table (STRING), base (STRING: the version that the folder had; null where it had no such row).
// Excused: NodeByLabelScan: few rows are edited by hand.
MATCH (e:EditedRow {caseId: $case})
RETURN e.id AS id, e.table AS table, e.base AS base
ORDER BY id
