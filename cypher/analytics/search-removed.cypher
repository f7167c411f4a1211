// Lists what stood at a time, and was removed or changed since, for a search in what was known then: the index holds only
// what stands now. Of these things that was there of which a statement then told.
//
// $case: slug, or null for all cases.
// $kinds: list of labels; empty: all.
// $asKnownOn: ISO time.
//
// Excused: NodeByLabelScan, UnionNodeByLabelsScan: only what was removed has these labels.
//
// Columns: record (its properties), labels.
MATCH (node:RetiredActor|RetiredIssue|RetiredDemand|RetiredProposal|RetiredMeeting|RetiredEvent|RetiredClaim|RetiredSource)
WHERE ($case IS NULL OR node.caseId = $case)
  AND (size($kinds) = 0 OR any(label IN labels(node) WHERE substring(label, 7) IN $kinds))
  AND EXISTS {
    (node)--(s:Statement)
    WHERE (s.recordedAt IS NULL OR s.recordedAt <= datetime($asKnownOn)) AND s.retractedAt > datetime($asKnownOn)
  }
RETURN properties(node) AS record, labels(node) AS labels
