import { runDemarche } from "./run-demarche.ts";
import type { ServerCard } from "./server-desk.ts";

/** A command or query of a document, with the answer that stands below it. */
export interface WorkedExample {
  /** The command, or the text of the query. */
  readonly question: string;
  readonly kind: "COMMAND" | "QUERY";
  readonly answer: string;
}

const EXAMPLE = /```(sh|graphql)\n([^`]*?)```\n\n```(text|json)\n([^`]*?)```/g;

/** Finds the commands and queries of a Markdown document that an answer stands below. */
export function findExamples(markdown: string): WorkedExample[] {
  return [...markdown.matchAll(EXAMPLE)].map(([, language, question = "", , answer = ""]) => ({
    question: question.trim(),
    kind: language === "sh" ? "COMMAND" : "QUERY",
    answer: answer.trim(),
  }));
}

/** Runs an example against a database, as a user would. */
export async function runExample(
  { question, kind }: Pick<WorkedExample, "question" | "kind">,
  { uri, user, password, database }: ServerCard,
): Promise<string> {
  const environment = {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database ?? "",
  };
  const { stdout, stderr } =
    kind === "COMMAND"
      ? await runDemarche(question.split(" ").slice(1), { environment })
      : await runDemarche(["query", "-"], { environment, input: question });
  if (stdout === "") throw new Error(`"${question}" printed nothing: ${stderr}`);
  return stdout.trim();
}

/** Puts answers in the place of those that stand in a document, in order. */
export function fillAnswers(markdown: string, answers: readonly string[]): string {
  const left = [...answers];
  return markdown.replace(
    EXAMPLE,
    (_all, language: string, question: string, shown: string) =>
      `\`\`\`${language}\n${question}\`\`\`\n\n\`\`\`${shown}\n${left.shift() ?? ""}\n\`\`\``,
  );
}
