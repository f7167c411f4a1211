// Fetches on whose behalf and where statements were made, and what they cite, for those that have it.
//
// $case: slug.
//
// Columns: statements: ids; relation: ON_BEHALF_OF, MADE_AT, CITES, CITES_PARAGRAPH or CITES_ONE_OF; other: id.
CALL () {
  MATCH (a:Actor {caseId: $case})<-[:ON_BEHALF_OF]-(s:Statement)
  USING INDEX a:Actor(caseId)
  WHERE s.retractedAt IS NULL
  RETURN 'ON_BEHALF_OF' AS relation, a.id AS other, collect(s.id) AS statements
  UNION ALL
  MATCH (m:Meeting {caseId: $case})<-[r:MADE_AT]-(s:Statement)
  USING INDEX m:Meeting(caseId)
  WHERE s.retractedAt IS NULL AND NOT coalesce(r.oneOf, false)
  RETURN 'MADE_AT' AS relation, m.id AS other, collect(s.id) AS statements
  UNION ALL
  MATCH (w:Source {caseId: $case})<-[r:CITES]-(s:Statement)
  USING INDEX w:Source(caseId)
  WHERE s.retractedAt IS NULL
  WITH w, s, CASE WHEN r.scope = 'PARAGRAPH' THEN 'CITES_PARAGRAPH' WHEN r.oneOf THEN 'CITES_ONE_OF' ELSE 'CITES' END AS relation
  RETURN relation, w.id AS other, collect(s.id) AS statements
}
RETURN statements, relation, other
