// Notes which rows a case was loaded from.
// Parameters: case, fingerprint, settings (STRING).
MATCH (home:Case {id: $case})
SET home.fingerprint = $fingerprint, home.settings = $settings
