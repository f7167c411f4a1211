import type { Rule } from "../rule.ts";

/** Finds documents that statements were found in, of which it is not said how completely they were coded. */
export const coverage: Rule = {
  name: "coverage",
  severity: "warning",
  says: "A document that statements were found in tells its `coverage`, so that an empty answer can say what it means.",
  start: ({ report }) => {
    const uncovered = new Map<string, number | null>();
    return {
      rows: {
        sources: {
          needs: ["slug", "coverage"],
          check: ({ line, record }) => {
            if (record.coverage === null) uncovered.set(record.slug, line);
          },
        },
        statements: {
          needs: ["found_in"],
          check: ({ record }) => {
            for (const slug of record.foundIn) {
              const line = uncovered.get(slug);
              if (line === undefined) continue;
              uncovered.delete(slug);
              const message = `Statements were found in "${slug}", but not how completely it was coded: write COMPLETE or PARTIAL.`;
              report({ file: "sources.csv", line, column: "coverage" }, message);
            }
          },
        },
      },
    };
  },
};
