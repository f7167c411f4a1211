import { Kind, parse } from "graphql";

/** What GraphiQL asks the server for. */
interface Question {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/** Sends a question to our own API; a failure of the way there comes as an error in the answer's form. */
export async function fetchAnswer(question: Question, options?: { headers?: Record<string, string> }) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { ...options?.headers, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(nameOperation(question)),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `The server answered ${response.status} without JSON.` }] };
  }
}

/** Leaves the operation's name out where there is only one: GraphiQL may still hold the name of the query before. */
function nameOperation(question: Question): Question {
  try {
    const operations = parse(question.query).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    return operations.length > 1 ? question : { query: question.query, variables: question.variables };
  } catch {
    return question;
  }
}
