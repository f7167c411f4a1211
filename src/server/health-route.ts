import { Router } from "express";
import type { Database } from "../database/database.ts";

const READY_WITHIN_MS = 5_000;

/** Serves `/healthz` (the process answers) and `/readyz` (the database does too, and holds a case). */
export function routeHealth(database: Database): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const cases = await database.read("server/cases", {}, { timeoutMs: READY_WITHIN_MS });
    response.set("Cache-Control", "no-store").json({ status: "ok", cases: cases.length });
  });
  return router;
}
