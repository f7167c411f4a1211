// Links what other cases said of actors of a case before it was loaded.
// Parameters: case (STRING).
// Excused: NodeByLabelScan: few links wait for a case that is not loaded.
MATCH (p:UnlinkedSameAs)
WHERE p.to STARTS WITH $case + '/'
MATCH (a:Record {id: p.from})
MATCH (b:Record {id: p.to})
CREATE (a)-[:SAME_AS {assertedBy: p.assertedBy, why: p.why}]->(b)
DELETE p
