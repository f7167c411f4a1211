// Removes notes of actors that are the same as actors of cases that are not loaded.
// Parameters: keys (LIST of element ids).
UNWIND $keys AS key
MATCH (p:UnlinkedSameAs)
WHERE elementId(p) = key
DELETE p
