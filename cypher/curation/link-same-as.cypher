// Links an actor with one of another case, and notes that no folder said so.
//
// $case: slug of the first one's case. $from, $to: ids. $assertedBy, $why: texts.
//
// Columns: count (1; 0 where they are linked already).
// Excused: NodeByLabelScan, CartesianProduct: few links are edited; one actor by one other.
MATCH (a:Record:Actor {id: $from}), (b:Record:Actor {id: $to})
WHERE NOT (a)-[:SAME_AS]-(b)
OPTIONAL MATCH (old:SameAsEdit {from: $from, to: $to})
DETACH DELETE old
CREATE (:SameAsEdit {caseId: $case, from: $from, to: $to, assertedBy: $assertedBy, why: $why, isUndone: false})
CREATE (a)-[:SAME_AS {assertedBy: $assertedBy, why: $why}]->(b)
RETURN count(*) AS count
