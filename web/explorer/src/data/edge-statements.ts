import { type EdgeAnswer, edgeQuestion } from "../../../../src/questions/network.ts";
import type { Statement } from "../../../../src/questions/statement.ts";
import { ask } from "./ask.ts";
import type { NetworkFile, NetworkWords } from "./network-shape.ts";
import { wordVariables } from "./network-words.ts";
import { isPublished } from "./published.ts";

/**
 * Fetches the statements that make up an edge's weight, each once, in order.
 *
 * @throws AskError
 */
export async function fetchEdge(
  caseSlug: string,
  words: NetworkWords,
  { source, target, kind }: Pick<NetworkFile["edges"][number], "source" | "target" | "kind">,
): Promise<readonly Statement[]> {
  if (isPublished()) {
    const { explainPublished } = await import("./published-network.ts");
    return await explainPublished(caseSlug, words, { source, target, kind });
  }
  const asked = { case: caseSlug, ...wordVariables(words), source, target, kind };
  const statements = new Map<string, Statement>();
  for (let after: string | null = null; ; ) {
    const answer: EdgeAnswer = await ask(edgeQuestion, { ...asked, after });
    const { contributions, pageInfo } = answer.edge;
    for (const { left, right } of contributions) {
      statements.set(left.id, left);
      if (right) statements.set(right.id, right);
    }
    if (!pageInfo.hasNextPage) return [...statements.values()];
    after = pageInfo.endCursor;
  }
}
