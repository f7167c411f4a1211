import type { Trace, TracedStatement } from "../trace.ts";
import { writeEmpty, writeLeftOut } from "./left-out.ts";
import { type Paint, plain } from "./paint.ts";
import { quoteWords, writeEvidence, writeMarks, writeSentence, writeWhen } from "./sentence.ts";
import { listToldMeetings, writeTraceSummary } from "./trace-summary.ts";
import { wrapText } from "./wrap-text.ts";

export interface TreeOptions {
  /** Columns to wrap at; default 100. */
  readonly width?: number;
  readonly paint?: Paint;
}

/** Writes a trace as a tree for a terminal: acts, under each its statements in order of time, under each its evidence. */
export function renderTraceTree(trace: Trace, options: TreeOptions = {}): string {
  const { width = 100, paint = plain } = options;
  const { root } = trace;
  const lines = [
    `${paint("heading", root.name)} ${paint("faint", `(${root.kind.toLowerCase()} ${root.id})`)}`,
  ];
  for (const line of writeTraceSummary(trace, paint)) lines.push(...wrapText(line, width, "  ", "    "));
  const told = listToldMeetings(trace);
  if (trace.emptyBecause) lines.push("", writeEmpty(trace.emptyBecause));
  for (const group of trace.groups) {
    lines.push("", paint("heading", `${group.title} (${group.statements.length})`));
    group.statements.forEach((statement, index) => {
      const isLast = index === group.statements.length - 1;
      lines.push(...renderStatement(statement, trace, { width, paint, told, isLast }));
    });
  }
  if (trace.pageInfo.hasNextPage) {
    lines.push("", `${trace.statements.length} of ${trace.pageInfo.totalCount} statements are shown.`);
  }
  const leftOut = writeLeftOut(trace.leftOut);
  if (leftOut) lines.push("", paint("faint", leftOut));
  return `${lines.join("\n")}\n`;
}

function renderStatement(
  statement: TracedStatement,
  trace: Trace,
  layout: {
    readonly width: number;
    readonly paint: Paint;
    readonly told: Set<string>;
    readonly isLast: boolean;
  },
): string[] {
  const { width, paint, told, isLast } = layout;
  const marks = writeMarks(statement).map((mark) => ` [${paint("mark", mark)}]`);
  const when = paint("date", writeWhen(statement));
  const sentence = `${when}: ${writeSentence(statement, trace.root, { paint, told })}${marks.join("")}`;
  const [branch, stem] = isLast ? ["└─ ", "   "] : ["├─ ", "│  "];
  const lines = wrapText(sentence, width, branch, stem);
  const quote = statement.quote ? `${paint("quote", quoteWords(statement.quote))} ` : "";
  const evidence = `${quote}— ${paint("source", writeEvidence(statement) || "no source")}`;
  return [...lines, ...wrapText(evidence, width, `${stem}  `, `${stem}  `)];
}
