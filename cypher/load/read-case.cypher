// Gives what is noted about a case; no row where it is not loaded.
// Parameters: case (STRING). Columns: fingerprint, settings (STRING), recordCount (INTEGER).
MATCH (home:Case {id: $case})
RETURN home.fingerprint AS fingerprint, home.settings AS settings, COUNT {
  MATCH (:Record {caseId: $case})
} AS recordCount
