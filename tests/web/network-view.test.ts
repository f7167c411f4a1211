import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const openNetwork = async (view: string, options = {}) => {
  const watched = await browser.open(explorer.address(view), options);
  await watched.page.locator("svg.network .node").first().waitFor();
  return watched;
};

const placesOf = (page: Page): Promise<string[]> =>
  page
    .locator("svg.network .node")
    .evaluateAll((nodes) =>
      nodes.map((node) => `${node.getAttribute("data-id")} ${node.getAttribute("transform")}`),
    );

/** Asks the server for the same network as a file: what the view must agree with. */
async function countNetwork(
  page: Page,
  file: string,
): Promise<{ nodes: number; links: number; asserted: number }> {
  const answer = await page.request.get(new URL(`/export/${file}`, page.url()).href);
  const { nodes, links } = (await answer.json()) as NodeLink;
  const asserted = links.filter(({ kind }) => kind === "ASSERTED").length;
  return { nodes: nodes.length, links: links.length, asserted };
}

interface NodeLink {
  readonly nodes: readonly unknown[];
  readonly links: readonly { readonly kind: string }[];
}

describe("the network view", () => {
  it("draws every act of the first case and opens a line down to quote and source", async () => {
    const { page, foreign, faults } = await openNetwork("russia-ukraine/network");
    const { nodes, links } = await countNetwork(page, "russia-ukraine/acts.json");
    await page.getByText(`All ${links} lines are drawn, between ${nodes} things.`).waitFor();
    await page.getByLabel("Find in this network").fill("Donald Trump");
    const panel = page.getByRole("complementary");
    await panel.getByRole("heading", { name: "Donald Trump" }).waitFor();
    await panel.locator("summary").click();
    await panel
      .getByRole("button", { name: "Donald Trump demanded Russia halts the war", exact: false })
      .click();
    await panel.getByText("Trump urged Putin to end the war").waitFor();
    await panel.getByRole("link", { name: /Trump Tells Putin to Make Ukraine Deal/ }).waitFor();
    expect([foreign, faults]).toEqual([[], []]);
  });

  it("says how many lines a first look hides, and draws them when asked", async () => {
    const { page } = await openNetwork("nuclear/network?network=actors");
    await page
      .getByText("279 of 8,480 lines are drawn, between 75 things. 8,201 lighter ones are hidden.")
      .waitFor();
    await page.getByLabel("Least weight").fill("60");
    const { nodes, links } = await countNetwork(page, "nuclear/actors.json?minWeight=60");
    await page.getByText(`${links} of 8,480 lines are drawn, between ${nodes} things.`).waitFor();
    expect(page.url()).toContain("minWeight=60");
    await page.getByRole("button", { name: "Choose for me" }).click();
    await page.getByText("279 of 8,480 lines are drawn").waitFor();
  });

  it("hides what the legend unticks, and the files follow", async () => {
    const { page } = await openNetwork("russia-ukraine/network");
    const { links, asserted } = await countNetwork(page, "russia-ukraine/acts.json");
    await page.getByLabel(`asserted ${asserted}`).uncheck();
    await page.getByText(`${links - asserted} of ${links} lines are drawn`).waitFor();
    await page.getByText("Files").click();
    const address = await page.getByRole("link", { name: "GEXF" }).getAttribute("href");
    expect(address).toMatch(/^\.\/export\/russia-ukraine\/acts\.gexf\?acts=/);
    const file = await page.request.get(new URL(address ?? "", page.url()).href);
    expect((await file.text()).match(/<edge /g)).toHaveLength(links - asserted);
  });

  it("leaves kinds of things that the legend unticks out of the files and the query", async () => {
    const { page } = await openNetwork("russia-ukraine/network");
    await page.getByLabel(/^claim \d/).uncheck();
    const says = await page.getByText(/^\d+ of \d+ lines are drawn/).textContent();
    const [links, , nodes] = (says ?? "").match(/\d+/g)?.map(Number) ?? [];
    await page.getByText("Files").click();
    const address = await page.getByRole("link", { name: "node-link JSON" }).getAttribute("href");
    const file = (await (await page.request.get(new URL(address ?? "", page.url()).href)).json()) as NodeLink;
    expect([file.links.length, file.nodes.length]).toEqual([links, nodes]);
    const query = await page.getByRole("link", { name: "Open in GraphiQL" }).getAttribute("href");
    const { searchParams } = new URL(query ?? "", page.url());
    const answer = await page.request.post(new URL("/graphql", page.url()).href, {
      data: { query: searchParams.get("query"), variables: JSON.parse(searchParams.get("variables") ?? "") },
    });
    expect((await answer.json()).data.network.edgeCount).toBe(links);
  });

  it("says why a format cannot carry the network", async () => {
    const { page } = await openNetwork("russia-ukraine/network");
    await page.getByText("Files").click();
    await page.getByRole("link", { name: "UCINET DL" }).click();
    await page.getByRole("alert").getByText("The format dl cannot carry several edges").waitFor();
  });

  it("puts every thing at the same place at the next visit", async () => {
    const first = await placesOf((await openNetwork("russia-ukraine/network?network=two-mode")).page);
    const second = await placesOf((await openNetwork("russia-ukraine/network?network=two-mode")).page);
    expect(first).toHaveLength(42);
    expect(second).toEqual(first);
  });

  it("is walked with the keyboard alone, and the back button takes a step back", async () => {
    const { page } = await openNetwork("russia-ukraine/network?network=two-mode");
    await page.locator('svg.network .node[tabindex="0"]').focus();
    const start = await page.evaluate<string>("document.activeElement.dataset.id");
    await page.keyboard.press("ArrowDown");
    const next = await page.evaluate<string>("document.activeElement.dataset.id");
    expect(next).not.toBe(start);
    await page.keyboard.press("Enter");
    await page.getByRole("complementary").getByRole("link", { name: "Whole story" }).waitFor();
    await page.goBack();
    await page.getByText("Open a thing or a line to read every statement behind it.").waitFor();
    await page.locator(`svg.network [data-id="${next}"]`).press("Enter");
    await page.getByRole("complementary").getByRole("link", { name: "Whole story" }).focus();
    await page.keyboard.press("Escape");
    await page.getByText("Open a thing or a line to read every statement behind it.").waitFor();
    expect(await page.evaluate("document.activeElement.dataset.id")).toBe(next);
  });

  it("finds the shortest chains between two things", async () => {
    const { page } = await openNetwork("russia-ukraine/network?focus=trump");
    await page.getByLabel("Shortest path to").fill("Turkey");
    await page.getByRole("heading", { name: "From Donald Trump to Turkey" }).waitFor();
    await page.getByText("2 statements apart").waitFor();
  });

  it("shows the same lines as a table, as CSV, and as a query in the playground", async () => {
    const { page } = await openNetwork("russia-ukraine/network?network=attendance");
    await page.getByRole("button", { name: "Table" }).click();
    expect(await page.locator(".table-frame tbody tr").count()).toBe(14);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const csv = await readFile(await download.path(), "utf8");
    expect(csv.split("\r\n")[0]).toBe("\uFEFFFrom,Kind,To,Weight,Statements,First,Last,Status,Publishers");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(15);
    const link = await page.getByRole("link", { name: "Open in GraphiQL" }).getAttribute("href");
    const asked = new URL(link ?? "", page.url()).searchParams;
    expect(JSON.parse(asked.get("variables") ?? "")).toEqual({
      case: "russia-ukraine",
      network: "ATTENDANCE",
    });
    const answer = await page.request.post(new URL("/graphql", page.url()).href, {
      data: { query: asked.get("query"), variables: JSON.parse(asked.get("variables") ?? "") },
    });
    expect((await answer.json()).data.network.edgeCount).toBe(14);
  });

  it("gives the drawing as SVG and PNG", async () => {
    const { page } = await openNetwork("russia-ukraine/network?network=attendance");
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      return await readFile(await download.path());
    };
    const svg = (await save("SVG")).toString("utf8");
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.match(/<title>/g)).toHaveLength(14);
    expect((await save("PNG")).subarray(1, 4).toString("latin1")).toBe("PNG");
  });

  it("says so where a network has no lines, or words have no meaning, with a way on", async () => {
    const { page } = await browser.open(explorer.address("nuclear/network?network=mediation"));
    await page.getByText("This network has no lines here.").waitFor();
    await page.goto(explorer.address("nuclear/network?network=nonsense"));
    const notice = page.getByRole("alert");
    await notice.getByText("nonsense").waitFor();
    await notice.getByRole("button", { name: "Take the choices back" }).click();
    await page.locator("svg.network .node").first().waitFor();
  });

  it.each([
    ["russia-ukraine/network?focus=trump", "light", 1280],
    ["russia-ukraine/network?focus=trump", "dark", 1280],
    ["russia-ukraine/network?focus=trump", "light", 360],
    ["nuclear/network?network=actors&focus=spd", "light", 1280],
    ["nuclear/network?network=actors&focus=spd", "dark", 1280],
  ] as const)(
    "has no fault that axe finds, and fits the page: %s, %s, %i pixels",
    async (view, colorScheme, width) => {
      const { page, foreign, faults } = await openNetwork(view, { colorScheme, width });
      await page.getByRole("complementary").locator("article").first().waitFor();
      expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    },
  );
});
