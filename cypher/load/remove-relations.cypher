// Removes relations by their element ids.
// Parameters: keys (LIST of STRING).
UNWIND $keys AS key
MATCH ()-[r]->()
WHERE elementId(r) = key
DELETE r
