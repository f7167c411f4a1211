// Gives each date as written with the days that it was given, and who has it; `demarche doctor` compares them.
// Columns: first, last (STRING, dates as written), earliest, latest (STRING), count (INTEGER), ids (LIST of STRING, at most ten).
CALL () {
  MATCH (n:Proposal|Meeting|Event|Source|Statement)
  RETURN n.date AS first, n.date AS last, n.earliest AS earliest, n.latest AS latest, n.id AS id
  UNION ALL
  MATCH (a:Record)-[r:REPRESENTS|MEMBER_OF]->(b:Record)
  RETURN r.from AS first, r.to AS last, r.earliest AS earliest, r.latest AS latest, a.id + ' -[' + type(r) + ']-> ' + b.id AS id
}
WITH first, last, earliest, latest, id
ORDER BY id
RETURN first, last, earliest, latest, count(*) AS count, collect(id)[..10] AS ids
