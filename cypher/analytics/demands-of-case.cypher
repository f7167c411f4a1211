// Lists the demands of a case, with their values, issues, the proposals that contain them, and how they stand to each other.
//
// $case: slug.
//
// Columns: id, text, value, valueMax, bound, valuePrinted;
// issue: [id, name, unit] or null; wider: ids of the issues that the issue is part of, near to far;
// proposals: [id, title]; contradicts (either way), hardens, softens: ids of demands.
MATCH (d:Demand {caseId: $case})
RETURN
  d.id AS id,
  d.text AS text,
  d.value AS value,
  d.valueMax AS valueMax,
  d.bound AS bound,
  d.valuePrinted AS valuePrinted,
  head([(d)-[:ABOUT]->(i:Issue) | [i.id, i.name, i.unit]]) AS issue,
  [(d)-[:ABOUT]->(:Issue)-[:PART_OF*1..8]->(w:Issue) | w.id] AS wider,
  [(d)<-[:CONTAINS]-(p:Proposal) | [p.id, p.title]] AS proposals,
  [(d)-[:CONTRADICTS]-(o:Demand) | o.id] AS contradicts,
  [(d)-[:HARDENS]->(o:Demand) | o.id] AS hardens,
  [(d)-[:SOFTENS]->(o:Demand) | o.id] AS softens
