// Notes that a row was edited in the database, so that a load of its folder keeps the edit; the first note holds.
//
// $id: id of the record. $case: slug. $table: name of its table. $base: the state that the folder had, null where it had none.
MERGE (e:EditedRow {id: $id})
ON CREATE SET e.caseId = $case, e.table = $table, e.base = $base
