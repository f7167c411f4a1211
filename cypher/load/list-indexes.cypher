// Gives the indexes and constraints' indexes, and whether they answer.
// Columns: name, state (STRING).
SHOW INDEXES YIELD name, state
RETURN name, state
