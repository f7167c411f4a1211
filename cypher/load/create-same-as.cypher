// Links actors of a case to the same actors of other cases; where the other is not loaded, keeps a note instead.
// Parameters: case (STRING), rows (LIST of {from, to, properties}).
UNWIND $rows AS row
MATCH (a:Record {id: row.from})
OPTIONAL MATCH (b:Record {id: row.to})
FOREACH (other IN CASE WHEN b IS NULL THEN [] ELSE [b] END |
  CREATE (a)-[r:SAME_AS]->(other)
  SET r = row.properties
)
FOREACH (missing IN CASE WHEN b IS NULL THEN [row.to] ELSE [] END |
  CREATE (p:UnlinkedSameAs)
  SET p = row.properties, p.caseId = $case, p.from = row.from, p.to = missing
)
