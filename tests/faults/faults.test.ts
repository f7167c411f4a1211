import { beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase, useDatabase } from "../support/neo4j.ts";
import { killNeo4j } from "./scenarios/kill-neo4j.ts";
import { killRestore } from "./scenarios/kill-restore.ts";
import { killUnderEdits } from "./scenarios/kill-under-edits.ts";
import { killUpgrade } from "./scenarios/kill-upgrade.ts";
import { makeChance } from "./support/chance.ts";

// Few kills, for every run; `npm run faults` kills twenty times and more.
const LONG_MS = 1_800_000;
const own = useDatabase();
beforeEach(async () => await emptyDatabase(own.database));

describe("Neo4j, killed while cases are loaded and read", () => {
  it(
    "holds every acknowledged load whole, and the server answers 503 until it is back",
    async () => {
      const report = await killNeo4j(2, makeChance(1));
      expect(report).toMatchObject({ lost: [], halves: [], findings: [], statusesMeanwhile: [503] });
      expect(report.acknowledged).toBeGreaterThan(0);
    },
    LONG_MS,
  );
});

describe.each(["NEO4J", "DEMARCHE"] as const)("edits while %s is killed", (victim) => {
  it(
    "are there once each, every acknowledged one before it was sent again",
    async () => {
      const report = await killUnderEdits(victim, 2, makeChance(4));
      expect(report).toMatchObject({ kills: 2, lost: [], notOnce: [], findings: [] });
      expect(report.acknowledged).toBeGreaterThan(0);
    },
    LONG_MS,
  );
});

describe("a restore that is killed", () => {
  it(
    "leaves every case as it was or as the dump has it, and the next try finishes",
    async () => {
      const report = await killRestore(own, 3, makeChance(2));
      expect(report).toMatchObject({ halves: [], findings: [], isFinished: true });
    },
    LONG_MS,
  );
});

describe("an upgrade that is killed", () => {
  it(
    "is finished by the next try, with all that the database held",
    async () => {
      expect((await killUpgrade(own, 3, makeChance(3))).failures).toEqual([]);
    },
    LONG_MS,
  );
});
