// Finds statements whose polarity is not that of their act.
// Parameters: polarityOf (MAP of act to FLOAT or null). Columns: count (INTEGER), ids (LIST of STRING, at most ten).
// Excused: NodeByLabelScan: the doctor looks at the whole database.
MATCH (s:Statement)
WITH s, toFloat($polarityOf[s.act]) AS polarity
WHERE s.polarity <> polarity OR (s.polarity IS NULL) <> (polarity IS NULL)
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
