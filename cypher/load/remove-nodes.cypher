// Removes records. What other cases say of them is kept first, by load/unlink-same-as.
// Parameters: ids (LIST of STRING).
UNWIND $ids AS id
MATCH (n:Record {id: id})
DETACH DELETE n
