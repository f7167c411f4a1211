// Makes the node of a case out of sight.
// Parameters: case (STRING), properties (MAP), fingerprint, settings (STRING).
CREATE (home:Staged:StagedCase)
SET home = $properties, home.fingerprint = $fingerprint, home.settings = $settings, home.revision = randomUUID()
