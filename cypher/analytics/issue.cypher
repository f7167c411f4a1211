// Finds the unit in which the demands of an issue are measured.
//
// $id: id (`case/slug`) of the issue.
//
// Columns: unit: its own, null where it is not measured: numbers of narrower issues are not of one kind.
MATCH (i:Record:Issue {id: $id})
RETURN i.unit AS unit
