// Lists the sources of a case with the records that cite them, for what rests on which.
//
// $case: slug.
//
// Columns: id, publisher, author, title, date, url, language, kind, citationKey, listed, coverage;
// sameWork: ids of other entries for the same work; statements, records: how many statements, and how many other records,
// cite it (in their sentence or paragraph).
MATCH (s:Source {caseId: $case})
RETURN
  s.id AS id,
  s.publisher AS publisher,
  s.author AS author,
  s.title AS title,
  s.date AS date,
  s.url AS url,
  s.language AS language,
  s.kind AS kind,
  s.citationKey AS citationKey,
  s.listed AS listed,
  s.coverage AS coverage,
  [(s)-[:SAME_WORK_AS]-(o:Source) | o.id] AS sameWork,
  COUNT { (s)<-[:CITES]-(n:Statement) WHERE n.retractedAt IS NULL } AS statements,
  COUNT { (s)<-[:CITES]-(n:Record) WHERE NOT n:Statement } AS records
