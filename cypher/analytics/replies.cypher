// Finds the statements that answer given ones.
//
// $statements: list of ids (`case/slug`); empty gives no rows.
// $asKnownOn: ISO time or null; null leaves retracted statements out, a time finds them too, for the caller to sort out.
//
// Columns: id, once each.
UNWIND $statements AS statementId
MATCH (:Record:Statement {id: statementId})<-[:IN_RESPONSE_TO]-(s:Statement)
WHERE $asKnownOn IS NOT NULL OR s.retractedAt IS NULL
RETURN DISTINCT s.id AS id
