// Tells which state of a case the statements of its networks are read from.
//
// $case: slug.
//
// Columns: title; fingerprint, which changes with every change of the case (null: not known). No row: no such case.
MATCH (c:Case {id: $case})
RETURN c.title AS title, c.fingerprint AS fingerprint
