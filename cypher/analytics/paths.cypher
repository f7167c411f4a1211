// Finds the shortest chains between two things through statements: all that are as short as the shortest.
//
// $source, $target: ids (`case/slug`).
// $leftOut: list of ids of statements that the filters leave out; empty: none.
// $isLookingBack: whether retracted statements may be passed through, but for those left out.
// $limit: integer; the most chains.
//
// Excused: CartesianProduct: one thing by one other.
//
// A step leads from one thing to the next through one statement, by two relations; 12 relations are 6 steps.
//
// Columns: things: [id, labels, name] from source to target; statements: ids, one for each step;
// roles: types of the relations, two for each step.
MATCH (a:Record {id: $source}), (b:Record {id: $target})
MATCH path = allShortestPaths((a)-[:STATED|ON|ADDRESSED_TO|AGAINST|ON_BEHALF_OF|THROUGH|MADE_AT*..12]-(b))
WHERE all(n IN nodes(path) WHERE NOT n:Statement OR (n.retractedAt IS NULL OR $isLookingBack) AND NOT n.id IN $leftOut)
// A statement can be tied to one thing twice in the same role, as made at one meeting and at one of several: once is enough.
RETURN DISTINCT
  [n IN nodes(path) WHERE NOT n:Statement | [n.id, labels(n), coalesce(n.name, n.title, n.text)]] AS things,
  [n IN nodes(path) WHERE n:Statement | n.id] AS statements,
  [r IN relationships(path) | type(r)] AS roles
LIMIT $limit
