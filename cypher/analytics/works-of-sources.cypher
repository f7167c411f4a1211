// Finds every entry of the works that given sources are entries of ("Ibid.").
//
// $sources: list of ids (`case/slug`); empty gives no rows.
//
// Columns: id, once each; the given ones are among them.
UNWIND $sources AS sourceId
MATCH (s:Record {id: sourceId})
MATCH (s)-[:SAME_WORK_AS*0..10]-(same:Source)
RETURN DISTINCT same.id AS id
