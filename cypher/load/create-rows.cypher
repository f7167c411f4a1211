// Makes nodes and relations. Ends of relations are numbers: 0 is the case, then come `ends`, then the new nodes.
// Parameters: case (STRING), ends (LIST of ids), nodes (LIST of {labels, properties}),
// plain (LIST of [type, from, to]), rich (LIST of [type, from, to, properties]). Columns: endCount (INTEGER).
// Excused: CartesianProduct: rows of one each.
MATCH (home:Case {id: $case})
CALL () {
  UNWIND $ends AS id
  MATCH (n:Record {id: id})
  RETURN collect(n) AS ends
}
CALL () {
  UNWIND $nodes AS row
  CREATE (n:$(row.labels))
  SET n = row.properties
  RETURN collect(n) AS created
}
WITH size(ends) AS endCount, [home] + ends + created AS all
CALL (all) {
  UNWIND $plain AS row
  WITH row[0] AS type, all[row[1]] AS a, all[row[2]] AS b
  CREATE (a)-[:$(type)]->(b)
}
CALL (all) {
  UNWIND $rich AS row
  WITH row[0] AS type, all[row[1]] AS a, all[row[2]] AS b, row[3] AS properties
  CREATE (a)-[r:$(type)]->(b)
  SET r = properties
}
RETURN endCount
