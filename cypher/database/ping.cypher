// Whether the database answers; Neo4j's summary of the answer names the database.
//
// Columns: answers - always true
RETURN true AS answers
