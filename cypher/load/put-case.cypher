// Writes the node of a case, and what loading notes for itself.
// Parameters: case (STRING), properties (MAP), fingerprint, settings (STRING).
MERGE (home:Case {id: $case})
SET home = $properties, home.fingerprint = $fingerprint, home.settings = $settings, home.revision = randomUUID()
