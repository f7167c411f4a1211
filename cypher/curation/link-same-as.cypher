// Links an actor with one of another case, and notes that no folder said so.
//
// $case: slug of the first one's case. $from, $to: ids. $assertedBy, $why: texts.
//
// Columns: count (1; 0 where they are linked already).
MATCH (a:Actor {id: $from}), (b:Actor {id: $to})
WHERE NOT (a)-[:SAME_AS]-(b)
OPTIONAL MATCH (old:SameAsEdit {from: $from, to: $to})
DETACH DELETE old
CREATE (:SameAsEdit {caseId: $case, from: $from, to: $to, assertedBy: $assertedBy, why: $why, isUndone: false})
CREATE (a)-[:SAME_AS {assertedBy: $assertedBy, why: $why}]->(b)
RETURN count(*) AS count
