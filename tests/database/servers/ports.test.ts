import { createServer, type Server } from "node:net";
import { describe, expect, it } from "vitest";
import { choosePort, USUAL_BOLT_PORT } from "../../../src/database/servers/embedded/ports.ts";

describe("choosePort(wanted)", () => {
  it("chooses another port where the usual one is taken", async () => {
    // Somebody else may hold it already, which serves as well.
    const holder = await listen(USUAL_BOLT_PORT);
    const port = await choosePort(null);
    holder?.close();
    expect([port > 1023, port === USUAL_BOLT_PORT]).toEqual([true, false]);
  });

  it("chooses any free port for 0", async () => {
    expect(await choosePort(0)).toBeGreaterThan(1023);
  });

  it("takes the one asked for, or says that it is taken", async () => {
    const holder = await listen(0);
    const { port } = (holder?.address() ?? { port: 0 }) as { port: number };
    await expect(choosePort(port)).rejects.toMatchObject({ code: "PORT_IN_USE", details: { port } });
    await new Promise((resolve) => holder?.close(resolve));
    expect(await choosePort(port)).toBe(port);
  });
});

function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
