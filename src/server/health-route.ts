import { type RequestHandler, Router } from "express";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";

const READY_WITHIN_MS = 5_000;

/**
 * Serves `/healthz` (the process answers) and `/readyz` (the database does too, and has the shape that this program needs).
 */
export function routeHealth(database: Database, isSchemaApplied: () => Promise<boolean>): Router {
  const router = Router();
  router.use(["/healthz", "/readyz"], keepFresh);
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    const cases = await database.read("server/cases", {}, { timeoutMs: READY_WITHIN_MS });
    if (!(await isSchemaApplied())) throw notReady();
    response.json({ status: "ok", cases: cases.length });
  });
  return router;
}

const keepFresh: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

function notReady(): DemarcheError {
  return new DemarcheError(
    "DATABASE_UNAVAILABLE",
    "The database lacks constraints or indexes of this Demarche: start `demarche serve` on it, or wait until another one has upgraded it.",
  );
}
