// Gives nodes other labels and properties.
// Parameters: rows (LIST of {id, oldLabels, newLabels, properties, dates, numbers}).
UNWIND $rows AS row
MATCH (n:Record {id: row.id})
REMOVE n:$(row.oldLabels)
SET n:$(row.newLabels)
SET n = row.properties,
    n.earliest = date(row.dates.earliest),
    n.latest = date(row.dates.latest),
    n.recordedAt = datetime(row.dates.recordedAt),
    n.retractedAt = datetime(row.dates.retractedAt),
    n.value = toFloat(row.numbers.value),
    n.valueMax = toFloat(row.numbers.valueMax),
    n.polarity = toFloat(row.numbers.polarity)
