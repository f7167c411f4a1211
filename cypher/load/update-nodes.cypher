// Gives nodes other labels and properties.
// Parameters: rows (LIST of {id, oldLabels, newLabels, properties}).
UNWIND $rows AS row
MATCH (n:Record {id: row.id})
REMOVE n:$(row.oldLabels)
SET n:$(row.newLabels)
SET n = row.properties
