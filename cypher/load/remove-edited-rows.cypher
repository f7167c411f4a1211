// Removes notes of edited rows: the folder has taken them up, or they were given up.
// Parameters: ids (LIST of STRING).
UNWIND $ids AS id
MATCH (e:EditedRow {id: id})
DELETE e
