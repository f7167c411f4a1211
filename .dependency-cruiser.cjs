// Who may import whom: the table of ARCHITECTURE.md, enforced.
const MAY_IMPORT = {
  domain: [],
  dataset: ["domain"],
  network: ["domain"],
  measures: ["domain", "network"],
  database: ["domain"],
  importers: ["domain", "dataset"],
  exporters: ["domain", "network"],
  questions: ["domain", "network"],
  loading: ["domain", "dataset", "database"],
  analytics: ["domain", "network", "measures", "database"],
  publishing: ["domain", "network", "questions", "analytics", "graphql", "database"],
  packaging: ["domain", "dataset", "loading", "database"],
  curation: ["domain", "dataset", "loading", "database"],
  graphql: ["domain", "analytics", "curation", "network", "database"],
  server: ["domain", "graphql", "analytics", "curation", "network", "exporters", "database"],
};
const BROWSER_MODULES = "domain|network|exporters|questions";

const layerRules = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `${layer}-imports`,
  severity: "error",
  comment: `src/${layer} may import only ${["itself", ...allowed].join(", ")}`,
  from: { path: `^src/${layer}/` },
  to: { path: "^src/", pathNot: `^src/(${[layer, ...allowed].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    { name: "no-cycles", severity: "error", from: { path: "^(src|web)/" }, to: { circular: true } },
    {
      name: "nobody-imports-cli",
      severity: "error",
      from: { path: "^(src|web)/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "src-imports-only-src",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(tests|bench|scripts|web)/" },
    },
    {
      name: "web-imports",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^src/", pathNot: `^src/(${BROWSER_MODULES})/` },
    },
    {
      name: "no-node-in-browser-modules",
      severity: "error",
      from: { path: `^src/(${BROWSER_MODULES})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "driver-only-in-database",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/database/" },
      to: { path: "node_modules/neo4j-driver" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.venv)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".d.ts"],
    },
  },
};
