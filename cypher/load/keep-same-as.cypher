// Does again what was linked and unlinked in the database, after a load; where the folder now says it too, its row holds.
//
// $case: slug.
// Excused: NodeByLabelScan: few links are edited by hand, or wait for a case that is not loaded.
MATCH (edit:SameAsEdit {caseId: $case})
MATCH (a:Record {id: edit.from})
OPTIONAL MATCH (b:Record {id: edit.to})
OPTIONAL MATCH (a)-[r:SAME_AS]->(b)
OPTIONAL MATCH (p:UnlinkedSameAs {from: edit.from, to: edit.to})
WITH edit, a, b, edit {.*} AS said, collect(DISTINCT r) AS links, collect(DISTINCT p) AS unlinked
WITH edit, a, b, said, links, unlinked, said.isUndone AS isUndone, size(links) + size(unlinked) AS count,
  [link IN links + unlinked WHERE link.assertedBy = said.assertedBy AND link.why = said.why][..1] AS own
FOREACH (link IN CASE WHEN isUndone THEN links + unlinked WHEN count > 1 THEN own ELSE [] END |
  DELETE link
)
FOREACH (other IN CASE WHEN NOT isUndone AND count = 0 AND b IS NOT NULL THEN [b] ELSE [] END |
  CREATE (a)-[:SAME_AS {assertedBy: said.assertedBy, why: said.why}]->(other)
)
FOREACH (_ IN CASE WHEN NOT isUndone AND count = 0 AND b IS NULL THEN [1] ELSE [] END |
  CREATE (:UnlinkedSameAs {caseId: $case, from: said.from, to: said.to, assertedBy: said.assertedBy, why: said.why})
)
FOREACH (note IN CASE WHEN NOT isUndone AND count > 1 THEN [edit] ELSE [] END |
  DELETE note
)
