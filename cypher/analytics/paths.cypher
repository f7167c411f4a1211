// Finds the shortest chains between two things through statements: all that are as short as the shortest.
//
// $source, $target: ids (`case/slug`).
// $statuses: list of statuses that a statement may have.
// $from, $to: ISO days or null; $isAny: whether a statement's days need only touch them.
// $asKnownOn: ISO time or null: now.
// $leftOut: ids of statements that fall with the sources left out.
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
WHERE all(n IN nodes(path) WHERE NOT n:Statement OR (
  n.status IN $statuses
  AND NOT n.id IN $leftOut
  AND CASE
    WHEN $asKnownOn IS NULL THEN n.retractedAt IS NULL
    ELSE (n.recordedAt IS NULL OR n.recordedAt <= datetime($asKnownOn))
      AND (n.retractedAt IS NULL OR n.retractedAt > datetime($asKnownOn))
  END
  AND ($from IS NULL OR CASE WHEN $isAny THEN coalesce(n.latest, n.earliest) >= date($from) ELSE n.earliest >= date($from) END)
  AND ($to IS NULL OR CASE WHEN $isAny THEN coalesce(n.earliest, n.latest) <= date($to) ELSE n.latest <= date($to) END)
))
WITH path
LIMIT $limit
RETURN
  [n IN nodes(path) WHERE NOT n:Statement | [n.id, labels(n), coalesce(n.name, n.title, n.text)]] AS things,
  [n IN nodes(path) WHERE n:Statement | n.id] AS statements,
  [r IN relationships(path) | type(r)] AS roles
