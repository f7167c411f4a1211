// Gives each date as written with the days that it was given; `demarche doctor` compares them.
// Columns: first, last (STRING, dates as written), earliest, latest (STRING), count (INTEGER).
// Excused: UnionNodeByLabelsScan, DirectedUnionRelationshipTypesScan: the doctor looks at the whole database.
CALL () {
  MATCH (n:Proposal|Meeting|Event|Source|Statement)
  RETURN n.date AS first, n.date AS last, n.earliest AS earliest, n.latest AS latest
  UNION ALL
  MATCH (:Record)-[r:REPRESENTS|MEMBER_OF]->(:Record)
  RETURN r.from AS first, r.to AS last, r.earliest AS earliest, r.latest AS latest
}
RETURN first, last, earliest, latest, count(*) AS count
