// Gives what a case says of itself, with the settings of its folder.
//
// $case: slug.
//
// Columns: properties (its columns), settings (JSON). No row where it is not loaded.
MATCH (home:Case {id: $case})
RETURN home {.*, fingerprint: null, settings: null, revision: null} AS properties, home.settings AS settings
