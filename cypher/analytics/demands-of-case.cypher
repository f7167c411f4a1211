// Lists the demands of a case, with their values, issues, the proposals that contain them, and how they stand to each other.
//
// $case: slug.
// $removed: list of ids of things that were removed since, and are to be listed too; empty: none.
//
// Columns: id, text, value, valueMax, bound, valuePrinted;
// issue: [id, name, unit] or null; wider: ids of the issues that the issue is part of, near to far;
// proposals: [id, title, evidence], without amendments that remove it; contradicts (either way), hardens, softens: [id of a
// demand, evidence]; evidence: ids of sources by cites, citesParagraph, citesOneOf, foundIn.
CALL () {
  MATCH (d:Demand {caseId: $case})
  RETURN d
  UNION ALL
  UNWIND $removed AS id
  MATCH (d:Record {id: id})
  WHERE d:RetiredDemand
  RETURN d
}
RETURN
  d.id AS id,
  d.text AS text,
  d.value AS value,
  d.valueMax AS valueMax,
  d.bound AS bound,
  d.valuePrinted AS valuePrinted,
  head([(d)-[:ABOUT]->(i:Issue) | [i.id, i.name, i.unit]]) AS issue,
  [(d)-[:ABOUT]->(:Issue)-[:PART_OF*1..8]->(w:Issue) | w.id] AS wider,
  [(d)<-[r:CONTAINS]-(p:Proposal) WHERE coalesce(r.change, '') <> 'REMOVED' |
    [p.id, p.title, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS proposals,
  [(d)-[r:CONTRADICTS]-(o:Demand) | [o.id, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS contradicts,
  [(d)-[r:HARDENS]->(o:Demand) | [o.id, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS hardens,
  [(d)-[r:SOFTENS]->(o:Demand) | [o.id, r {.cites, .citesParagraph, .citesOneOf, .foundIn}]] AS softens
