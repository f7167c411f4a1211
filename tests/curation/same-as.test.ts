import { beforeAll, describe, expect, it } from "vitest";
import { resolveId } from "../../src/analytics/resolve-ids.ts";
import { fetchAuditLog } from "../../src/curation/audit-log.ts";
import { fetchSameAsSuggestions, linkSameAs, unlinkSameAs } from "../../src/curation/same-as.ts";
import { type Dataset, makeDataset } from "../../src/dataset/dataset.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { blankRecord } from "../support/blank-record.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";

const neo4j = useDatabase();

function caseOf(slug: string, actor: string, name: string, note: string | null = null): Dataset {
  return makeDataset({
    case: [blankRecord("case", { slug, title: slug, licence: "CC0-1.0", note })],
    actors: [blankRecord("actors", { slug: actor, name, kind: "STATE", note })],
    former_ids: [blankRecord("former_ids", { former: `old-${actor}`, now: actor })],
  });
}

const LAKE = caseOf("lake", "eastmark", "Eastmark");
const RIVER = caseOf("river", "east", "Eastmark");
const ENDS = ["lake/eastmark", "river/east"] as const;
const GIVEN = { why: "one state", by: "A. Reader" };
const LINK = {
  type: "SAME_AS",
  from: "lake/eastmark",
  to: "river/east",
  properties: { assertedBy: "A. Reader", why: "one state" },
};

async function links(): Promise<unknown[]> {
  const { relations } = await readGraph(neo4j.database);
  return relations.filter(({ type }) => type === "SAME_AS");
}

beforeAll(async () => {
  await loadDataset(neo4j.database, LAKE);
  await loadDataset(neo4j.database, RIVER);
}, 120_000);

describe("fetchSameAsSuggestions(database)", () => {
  it("finds doubles across cases, with score, reason and evidence, and writes nothing", async () => {
    expect(await fetchSameAsSuggestions(neo4j.database)).toEqual([
      {
        left: "lake/eastmark",
        right: "river/east",
        score: 0.95,
        reason: "NAME",
        evidence: ["Eastmark", "Eastmark"],
      },
    ]);
    expect(await links()).toEqual([]);
  });

  it("keeps to a case and to a least score", async () => {
    expect(await fetchSameAsSuggestions(neo4j.database, { caseSlug: "sea" })).toEqual([]);
    expect(await fetchSameAsSuggestions(neo4j.database, { least: 0.96 })).toEqual([]);
  });
});

describe("linkSameAs(database, actors, { why, by })", () => {
  it("links two actors, one of them by a former id", async () => {
    const link = await linkSameAs(neo4j.database, ["lake/old-eastmark", "river/east"], GIVEN);
    expect(link).toEqual({ from: "lake/eastmark", to: "river/east" });
    expect(await links()).toEqual([LINK]);
    expect(await fetchSameAsSuggestions(neo4j.database)).toEqual([]);
  });

  it("outlives a load of each case, changed, unchanged and from scratch", async () => {
    const report = await loadDataset(neo4j.database, LAKE);
    expect([report.outcome, await links()]).toEqual(["UNCHANGED", [LINK]]);
    await loadDataset(neo4j.database, caseOf("lake", "eastmark", "Eastmark", "changed"));
    await loadDataset(neo4j.database, caseOf("river", "east", "Eastmark", "changed"));
    expect(await links()).toEqual([LINK]);
    await unloadCase(neo4j.database, "river");
    await loadDataset(neo4j.database, RIVER);
    expect(await links()).toEqual([LINK]);
    await unloadCase(neo4j.database, "lake");
    await loadDataset(neo4j.database, LAKE, { isReplacement: true });
    expect(await links()).toEqual([LINK]);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
  });

  it("refuses what is linked, what is of one case, and what is not there", async () => {
    await expect(linkSameAs(neo4j.database, ["river/east", "lake/eastmark"], GIVEN)).rejects.toThrow(
      "river/east and lake/eastmark are linked already.",
    );
    await expect(linkSameAs(neo4j.database, ["lake/eastmark", "lake/eastmark"], GIVEN)).rejects.toThrow(
      "lake/eastmark and lake/eastmark are of one case: keep one actor in its folder, and give it both names.",
    );
    await expect(linkSameAs(neo4j.database, ["lake/westmark", "river/east"], GIVEN)).rejects.toThrow(
      'There is no actor "lake/westmark": give its id, case/slug; demarche search finds it.',
    );
  });
});

describe("unlinkSameAs(database, actors)", () => {
  it("takes a link back, either way round", async () => {
    await unlinkSameAs(neo4j.database, ["river/east", "lake/eastmark"], GIVEN);
    expect(await links()).toEqual([]);
    await expect(unlinkSameAs(neo4j.database, ENDS, GIVEN)).rejects.toThrow("river/east are not linked.");
  });

  it("makes a link or its end once where it is sent again under the same key", async () => {
    const count = async () => (await fetchAuditLog(neo4j.database)).length;
    const before = await count();
    for (let time = 1; time <= 2; time += 1)
      await linkSameAs(neo4j.database, ENDS, { ...GIVEN, clientKey: "one" });
    expect([await links(), await count()]).toEqual([[LINK], before + 1]);
    for (let time = 1; time <= 2; time += 1)
      await unlinkSameAs(neo4j.database, ENDS, { ...GIVEN, clientKey: "two" });
    expect([await links(), await count()]).toEqual([[], before + 2]);
    await expect(linkSameAs(neo4j.database, ENDS, { ...GIVEN, clientKey: "two" })).rejects.toThrow(
      'The client key "two" was given to another edit, of lake/eastmark: give this one a key of its own.',
    );
  });

  it("keeps away what a folder says", async () => {
    const said = blankRecord("same_as", {
      actor: "eastmark",
      sameAs: "river/east",
      assertedBy: "A. Reader",
      why: "one state",
    });
    const saying = (note: string) => {
      const { settings, tables } = caseOf("lake", "eastmark", "Eastmark", note);
      return makeDataset({ ...tables, same_as: [said] }, settings);
    };
    await loadDataset(neo4j.database, saying("first"));
    expect(await links()).toEqual([LINK]);
    await unlinkSameAs(neo4j.database, ENDS, GIVEN);
    await loadDataset(neo4j.database, saying("second"));
    expect(await links()).toEqual([]);
    await linkSameAs(neo4j.database, ENDS, GIVEN);
    await loadDataset(neo4j.database, saying("third"));
    expect(await links()).toEqual([LINK]);
  });
});

describe("a former id", () => {
  it("still answers", async () => {
    expect((await resolveId(neo4j.database, "river/old-east")).id).toBe("river/east");
  });
});

describe("unloadCase(database, slug)", () => {
  it("leaves every other case as it was", async () => {
    const before = await readGraph(neo4j.database, "lake");
    await unloadCase(neo4j.database, "river");
    expect(await readGraph(neo4j.database, "lake")).toEqual(before);
    expect((await readGraph(neo4j.database, "river")).nodes).toEqual([]);
  });
});
