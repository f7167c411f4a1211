// Finds statements whose polarity is not that of their act.
// Parameters: acts (LIST of {name, polarity}). Columns: count (INTEGER), ids (LIST of STRING, at most ten).
UNWIND $acts AS act
MATCH (s:Statement {act: act.name})
WHERE coalesce(toString(s.polarity), '') <> coalesce(toString(toFloat(act.polarity)), '')
WITH s.id AS id
ORDER BY id
RETURN count(*) AS count, collect(id)[..10] AS ids
