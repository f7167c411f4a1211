// Finds relations between different cases other than SAME_AS.
// Columns: count (INTEGER), ids (LIST of STRING, `record -[TYPE]-> record`, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (a:Record)-[r]->(b:Record)
WHERE a.caseId <> b.caseId AND type(r) <> 'SAME_AS'
WITH a.id + ' -[' + type(r) + ']-> ' + b.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
