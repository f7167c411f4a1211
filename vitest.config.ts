import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    // One Neo4j for each worker (tests/support/neo4j.ts); a Neo4j that was given from outside cannot be shared.
    maxWorkers: process.env.NEO4J_URI ? 1 : 2,
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
  },
});
