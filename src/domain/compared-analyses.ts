/** The analyses that can be answered with and without some sources, to be compared. */
export const COMPARED_ANALYSES = [
  "TRACE",
  "POSITIONS",
  "POSITION_HISTORY",
  "REVERSALS",
  "BARGAINING_RANGE",
  "MEDIATION_RECORD",
  "DISPUTES",
  "SOURCE_DEPENDENCE",
  "TIMELINE",
  "PATHS",
  "SEARCH",
  "NETWORK",
] as const;

export type ComparedAnalysis = (typeof COMPARED_ANALYSES)[number];
