// Tells whether there is any node but those that Demarche puts into an empty database itself.
// Columns: id (element id of one such node); no row where there is none.
// Excused: AllNodesScan: it ends at the first node that is found.
MATCH (n)
WHERE NOT n:Schema AND NOT n:Lock
RETURN elementId(n) AS id
LIMIT 1
