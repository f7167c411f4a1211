import { describe, it } from "vitest";
import { expectGolden, importLake, sampleOf } from "./support.ts";

describe("importCase(format, sample)", () => {
  it("reads a table by columns named in the options", async () => {
    await expectGolden(
      await importLake("csv", [sampleOf("csv/sample/positions.csv")], {
        options: { map: "actor=Speaker,target=Topic,date=Day" },
      }),
      "csv-options",
    );
  });

  it("reads a table by a mapping file", async () => {
    const mapping = sampleOf("csv/sample/mapping.yaml");
    const options = { mapping, acts: "maybe=CONDITIONALLY_ACCEPTED", title: "The lake", licence: "CC0-1.0" };
    await expectGolden(
      await importLake("csv", [sampleOf("csv/sample/positions.csv")], { options }),
      "csv-mapping",
    );
  });

  it("reads a database of Discourse Network Analyzer", async () => {
    await expectGolden(await importLake("dna", [sampleOf("dna/sample/lake.dna")]), "dna");
  });

  it("reads other statement types, and concepts as claims", async () => {
    const options = {
      type: ["DNA Statement", "Story"],
      actor: "person,narrator",
      concept: "concept,plot",
      conceptAs: "claim",
    };
    await expectGolden(await importLake("dna", [sampleOf("dna/sample/lake.dna")], { options }), "dna-claims");
  });

  it("reads votes with their roll calls and issues", async () => {
    await expectGolden(await importLake("unvotes", [sampleOf("unvotes/sample")]), "unvotes");
  });

  it("reads links and nodes of peace agreements", async () => {
    await expectGolden(await importLake("paax", [sampleOf("paax/sample")]), "paax");
  });

  it("reads links of peace agreements alone", async () => {
    await expectGolden(await importLake("paax", [sampleOf("paax/sample/links_table.csv")]), "paax-links");
  });

  it("reads mediation events", async () => {
    await expectGolden(
      await importLake("mediation", [sampleOf("mediation/sample/mediation.csv")]),
      "mediation",
    );
  });

  it("reads GDELT events", async () => {
    await expectGolden(await importLake("gdelt", [sampleOf("gdelt/sample")]), "gdelt");
  });

  it("reads PLOVER events", async () => {
    await expectGolden(await importLake("plover", [sampleOf("plover/sample/events.json")]), "plover");
  });
});
