// Takes a link of two actors back; where a folder says it, notes that it no longer holds.
//
// $from, $to: ids of the two, either way round.
//
// Columns: count (links that were removed).
// Excused: NodeByLabelScan: few links are edited.
UNWIND [[$from, $to], [$to, $from]] AS ends
MATCH (a:Record:Actor {id: ends[0]})-[r:SAME_AS]->(b:Record:Actor {id: ends[1]})
OPTIONAL MATCH (edit:SameAsEdit {from: a.id, to: b.id})
WITH a, b, collect(DISTINCT r) AS links, collect(DISTINCT edit) AS edits
FOREACH (link IN links | DELETE link)
FOREACH (edit IN edits | DELETE edit)
FOREACH (_ IN CASE WHEN size(edits) = 0 THEN [1] ELSE [] END |
  CREATE (:SameAsEdit {caseId: a.caseId, from: a.id, to: b.id, isUndone: true})
)
RETURN sum(size(links)) AS count
