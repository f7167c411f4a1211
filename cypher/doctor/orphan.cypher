// Finds nodes of Demarche's labels that are no part of it: without the label of all records, or of no kind, former ids of
// nothing, and notes about actors that are not there.
// Parameters: kinds (LIST of STRING). Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan, SubtractionNodeByLabelsScan: the doctor looks at the whole database.
CALL () {
  MATCH (n:Record)
  WHERE none(label IN labels(n) WHERE label IN $kinds)
  RETURN coalesce(n.id, elementId(n)) AS id
  UNION ALL
  MATCH (n:Actor|Issue|Demand|Proposal|Meeting|Event|Claim|Source|Statement)
  WHERE NOT n:Record
  RETURN coalesce(n.id, elementId(n)) AS id
  UNION ALL
  MATCH (n:FormerId)
  WHERE COUNT { (n)-[:NOW]->(:Record) } <> 1
  RETURN coalesce(n.id, elementId(n)) AS id
  UNION ALL
  MATCH (p:UnlinkedSameAs)
  WHERE NOT EXISTS {
    MATCH (:Record {id: p.from})
  }
  RETURN coalesce(p.from, elementId(p)) AS id
}
WITH id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
