// Finds records by their words: names, aliases, titles, texts, summaries and quotes.
//
// $query: a Lucene query that src/analytics/search-query.ts wrote; never a user's own text.
// $case: slug, or null for all cases.
// $kinds: list of labels; empty: all.
// $asKnownOn: ISO time or null; null leaves retracted statements out.
// $limit: integer; the most rows.
//
// Columns: record (its properties), labels, score; best first.
CALL db.index.fulltext.queryNodes('recordText', $query, {limit: 20000}) YIELD node, score
WHERE ($case IS NULL OR node.caseId = $case)
  AND (size($kinds) = 0 OR any(label IN labels(node) WHERE label IN $kinds))
  AND ($asKnownOn IS NOT NULL OR node.retractedAt IS NULL)
RETURN properties(node) AS record, labels(node) AS labels, score
ORDER BY score DESC, node.id
LIMIT $limit
