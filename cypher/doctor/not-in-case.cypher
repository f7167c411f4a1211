// Finds records that are not in exactly the one case that they name.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (n:Record)
WHERE COUNT { (n)-[:IN_CASE]->() } <> 1
  OR NOT EXISTS {
    MATCH (n)-[:IN_CASE]->(home:Case)
    WHERE home.id = n.caseId
  }
WITH n.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
