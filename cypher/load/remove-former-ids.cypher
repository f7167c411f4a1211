// Removes former ids.
// Parameters: ids (LIST of STRING).
UNWIND $ids AS id
MATCH (n:FormerId {id: id})
DETACH DELETE n
