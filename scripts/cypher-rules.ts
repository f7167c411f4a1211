import ts from "typescript";

/** A source file: its path from the project's root, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Where Cypher is run that does not come from `cypher/`, by function; each is told in docs/operate.md. */
const OTHER_ORIGINS: Readonly<Record<string, string>> = {
  "src/database/neo4j-database.ts #readOnce": "@neo4j/graphql writes it, with users' values as parameters",
  "src/database/user-cypher.ts runUserCypher": "a user's own, of the command line, which only reads",
  "src/database/user-cypher.ts rejectWrites": "the same, planned and not run",
};

/** Files that hold Cypher as text which Demarche never runs. */
const WRITES_CYPHER_FOR_OTHERS = ["src/exporters/write-cypher.ts"];

const DRIVER_CALLS = ["session", "executeRead", "executeWrite", "executeQuery", "beginTransaction"];
const CYPHER =
  /^\s*(EXPLAIN |PROFILE )?(MATCH|OPTIONAL MATCH|MERGE|CREATE|UNWIND|CALL|SHOW|DROP|WITH|RETURN)\b\s*\S*[\s\S]*[({$:]/;

/**
 * Proves, from the text of the sources, that every Cypher which Demarche runs is a file of `cypher/`.
 *
 * Only `src/database` speaks to the driver; what it runs comes from `readQueryText`, traced back through variables and
 * parameters; no other text looks like Cypher; every query that is named is there, and every query that is there is named.
 *
 * @param queries - Names of the files of `cypher/`, such as `analytics/trace`.
 * @returns What is wrong, each with its place; empty where all is proven.
 */
export function findForeignCypher(
  sources: readonly SourceText[],
  queries: ReadonlySet<string>,
): readonly string[] {
  const files = sources.map(({ path, text }) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
  );
  return [
    ...files.flatMap(findDriverCalls),
    ...files.filter(isOfDatabase).flatMap(findUntracedRuns),
    ...files.flatMap(findCypherTexts),
    ...findNameFaults(files, queries),
  ];
}

function isOfDatabase(file: ts.SourceFile): boolean {
  return file.fileName.startsWith("src/database/");
}

function findDriverCalls(file: ts.SourceFile): string[] {
  if (isOfDatabase(file)) return [];
  return collect(file, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return null;
    const isCall = ts.isCallExpression(node.parent) && node.parent.expression === node;
    const isDriver = node.name.text === "driver" || (isCall && DRIVER_CALLS.includes(node.name.text));
    return isDriver ? `${place(node)}: speaks to the driver by ${node.name.text}` : null;
  });
}

function findUntracedRuns(file: ts.SourceFile): string[] {
  return collect(file, (node) => {
    const text = runText(node);
    if (!text || isTraced(text) || OTHER_ORIGINS[`${file.fileName} ${functionNameOf(node)}`]) return null;
    return `${place(node)}: runs a text that is not traced to readQueryText`;
  });
}

/** The text that a call of the driver runs; null for any other node. */
function runText(node: ts.Node): ts.Expression | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: target, name } = node.expression;
  const isRun =
    name.text === "executeQuery" || (name.text === "run" && /session|transaction/i.test(target.getText()));
  // Transaction.run of Demarche's own takes a name and not a text.
  const [first] = node.arguments;
  return isRun && first && !(ts.isIdentifier(first) && first.text === "query") ? first : null;
}

/** Tells whether a text comes from `readQueryText`, whatever variables and parameters of its file it went through. */
function isTraced(text: ts.Expression): boolean {
  if (ts.isCallExpression(text)) return text.expression.getText() === "readQueryText";
  if (!ts.isIdentifier(text)) return false;
  const scope = functionOf(text);
  if (!scope) return false;
  const place = scope.parameters.findIndex(({ name }) => name.getText() === text.text);
  if (place >= 0) return isTracedInEveryCall(scope, place);
  const [given] = collect(scope, (node) =>
    ts.isVariableDeclaration(node) && node.name.getText() === text.text ? (node.initializer ?? null) : null,
  );
  return given !== undefined && isTraced(given);
}

function isTracedInEveryCall(called: ts.SignatureDeclaration, place: number): boolean {
  const name = called.name?.getText();
  const texts = collect(called.getSourceFile(), (node) =>
    ts.isCallExpression(node) && node.expression.getText().split(".").at(-1) === name
      ? (node.arguments[place] ?? null)
      : null,
  );
  return texts.length > 0 && texts.every(isTraced);
}

function functionOf(node: ts.Node): ts.SignatureDeclaration | null {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node;
  return node.parent ? functionOf(node.parent) : null;
}

function functionNameOf(node: ts.Node): string {
  return functionOf(node)?.name?.getText() ?? "";
}

function findCypherTexts(file: ts.SourceFile): string[] {
  if (WRITES_CYPHER_FOR_OTHERS.includes(file.fileName)) return [];
  return collect(file, (node) => {
    const text = literalText(node);
    return text !== null && CYPHER.test(text)
      ? `${place(node)}: looks like Cypher: ${text.slice(0, 60)}`
      : null;
  });
}

function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : null;
}

function findNameFaults(files: readonly ts.SourceFile[], queries: ReadonlySet<string>): string[] {
  const folders = new Set([...queries].map((query) => query.split("/")[0]));
  const named = files.flatMap((file) =>
    collect(file, (node) => {
      const name = ts.isTemplateExpression(node) ? node.head.text : (literalText(node) ?? "");
      const [, folder] = /^([a-z]+)\/[a-z0-9-]*$/.exec(name) ?? [];
      return folder !== undefined && folders.has(folder)
        ? { name, isWhole: !ts.isTemplateExpression(node), node }
        : null;
    }),
  );
  const wholeFolders = files.flatMap((file) =>
    collect(file, (node) =>
      ts.isCallExpression(node) && node.expression.getText() === "queryNames"
        ? `${literalText(node.arguments[0] ?? node)}/`
        : null,
    ),
  );
  const heads = [...wholeFolders, ...named.filter(({ isWhole }) => !isWhole).map(({ name }) => name)];
  const names = new Set(named.map(({ name }) => name));
  return [
    ...named
      .filter(({ name, isWhole }) => isWhole && !queries.has(name))
      .map(({ name, node }) => `${place(node)}: there is no cypher/${name}.cypher`),
    ...[...queries]
      .filter((query) => !names.has(query) && !heads.some((head) => query.startsWith(head)))
      .map((query) => `cypher/${query}.cypher: nothing names it`),
  ];
}

function collect<T>(root: ts.Node, choose: (node: ts.Node) => T | null): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    const chosen = choose(node);
    if (chosen !== null) found.push(chosen);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function place(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
