// Finds claims whose standing is not what the statements about them make it.
// Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (c:Claim)
OPTIONAL MATCH (s:Statement)-[:ON]->(c)
WHERE s.retractedAt IS NULL AND s.status <> 'DISPUTED' AND s.act IN ['ASSERTED', 'ACCUSED', 'DISPUTED']
WITH c, s, EXISTS {
  MATCH (a:Actor)-[:STATED]->(s)-[:FOUND_IN]->(d:Source)
  WITH [name IN [a.name] + coalesce(a.aliases, []) | toLower(trim(normalize(name, NFKC)))] AS names,
       [voice IN [d.publisher] + coalesce(d.author, []) WHERE voice IS NOT NULL | toLower(trim(normalize(voice, NFKC)))] AS voices
  WHERE any(name IN names WHERE name IN voices)
  RETURN 1 AS one
} AS isOwn
WITH c,
     count(s) AS statementCount,
     sum(CASE WHEN s.act = 'DISPUTED' AND isOwn THEN 1 ELSE 0 END) AS ownDenials,
     sum(CASE WHEN s.act = 'DISPUTED' THEN 1 ELSE 0 END) AS denials,
     sum(CASE WHEN s.act <> 'DISPUTED' AND isOwn THEN 1 ELSE 0 END) AS ownAssertions
WITH c, CASE
  WHEN statementCount = 0 THEN ''
  WHEN ownDenials > 0 THEN 'DENIED_BY_SOURCE'
  WHEN denials > 0 THEN 'CONTESTED'
  WHEN ownAssertions > 0 THEN 'STATED_AS_FACT'
  ELSE 'ATTRIBUTED_ONLY'
END AS standing
WHERE coalesce(c.standing, '') <> standing
WITH c.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
