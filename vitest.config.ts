import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Node takes graphql's CommonJS form, as its users do; Vite would take the other, and two graphqls refuse each other.
  resolve: {
    alias: [
      {
        find: /^graphql$/,
        replacement: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    // One Neo4j for each worker (tests/support/neo4j.ts); a Neo4j that was given from outside cannot be shared.
    maxWorkers: process.env.NEO4J_URI ? 1 : 2,
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
