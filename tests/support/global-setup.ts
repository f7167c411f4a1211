import type { TestProject } from "vitest/node";
import { openServerDesk } from "./server-desk.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the desk that gives each worker its Neo4j. */
    serverDesk: string;
  }
}

/** Opens the desk; no Neo4j starts before a test file asks for one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const desk = await openServerDesk();
  project.provide("serverDesk", desk.url);
  return desk.close;
}
