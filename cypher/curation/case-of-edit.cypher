// Gives what is noted about a case that is edited; no row where it is not loaded.
//
// $case: slug. $limit: number of statements after which counting ends.
//
// Columns: settings (JSON), statementCount (up to the limit).
// Excused: CartesianProduct: rows of one each.
MATCH (home:Case {id: $case})
CALL () {
  MATCH (s:Statement {caseId: $case})
  WITH s
  LIMIT $limit
  RETURN count(s) AS statementCount
}
RETURN home.settings AS settings, statementCount
