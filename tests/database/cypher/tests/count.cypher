// How many things have a name. Columns: count
MATCH (thing:Thing {name: $name}) RETURN count(thing) AS count
