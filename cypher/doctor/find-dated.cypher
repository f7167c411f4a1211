// Finds what has one of some dates as written with one of some spans of days.
// Parameters: dates (LIST of {first, last, earliest, latest}: STRING or null). Columns: id (STRING), at most ten.
// Excused: UnionNodeByLabelsScan, DirectedUnionRelationshipTypesScan: the doctor looks at the whole database.
UNWIND $dates AS given
CALL (given) {
  MATCH (n:Proposal|Meeting|Event|Source|Statement)
  RETURN n.id AS id, [n.date, n.date, toString(n.earliest), toString(n.latest)] AS found
  UNION ALL
  MATCH (a:Record)-[r:REPRESENTS|MEMBER_OF]->(b:Record)
  RETURN a.id + ' -[' + type(r) + ']-> ' + b.id AS id, [r.from, r.to, toString(r.earliest), toString(r.latest)] AS found
}
WITH given, id, found
WHERE all(
  pair IN [[given.first, found[0]], [given.last, found[1]], [given.earliest, found[2]], [given.latest, found[3]]]
  WHERE coalesce(pair[0], '') = coalesce(pair[1], '')
)
RETURN id
ORDER BY id
LIMIT 10
