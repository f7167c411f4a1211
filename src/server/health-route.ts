import { type RequestHandler, Router } from "express";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";

const READY_WITHIN_MS = 5_000;

/**
 * Serves `/healthz` (the process answers) and `/readyz` (the database does too, and has the shape that this program needs).
 */
export function routeHealth(database: Database, isSchemaApplied: () => Promise<boolean>): Router {
  const countCases = async () => {
    const cases = await database.read("server/cases", {}, { timeoutMs: READY_WITHIN_MS });
    if (!(await isSchemaApplied())) throw notReady();
    return cases.length;
  };
  const router = Router();
  router.use(["/healthz", "/readyz"], keepFresh);
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    response.json({ status: "ok", cases: await countCases().catch(rejectSlow) });
  });
  return router;
}

const keepFresh: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

/** A Neo4j that keeps one waiting is away, as one that refuses is: nobody asked for too much. */
function rejectSlow(error: unknown): never {
  if (!(error instanceof DemarcheError) || error.code !== "TIMEOUT") throw error;
  throw new DemarcheError(
    "DATABASE_UNAVAILABLE",
    `Neo4j did not answer within ${READY_WITHIN_MS / 1000} s.`,
    { cause: error },
  );
}

function notReady(): DemarcheError {
  return new DemarcheError(
    "DATABASE_UNAVAILABLE",
    "The database lacks constraints or indexes of this Demarche: start `demarche serve` on it, or wait until another one has upgraded it.",
  );
}
