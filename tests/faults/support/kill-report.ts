/** What became of works that were killed, each at a moment of its own. */
export interface KillReport {
  readonly kills: number;
  /** Others that had finished before they were to be killed. */
  readonly survived: number;
  /** What `doctor` found wrong, by round. */
  readonly findings: readonly string[];
  /** Whether a last try, left alone, did all. */
  readonly isFinished: boolean;
}
