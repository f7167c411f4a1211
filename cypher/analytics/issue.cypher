// Finds the unit in which the demands of an issue are measured.
//
// $id: id (`case/slug`) of the issue.
//
// Columns: unit: its own, else that of the nearest narrower issue that has one, else null.
MATCH (i:Record:Issue {id: $id})
OPTIONAL MATCH path = (i)<-[:PART_OF*1..8]-(part:Issue)
WHERE part.unit IS NOT NULL
WITH i, part
ORDER BY length(path), part.id
WITH i, collect(part.unit) AS units
RETURN coalesce(i.unit, units[0]) AS unit
