import { type Logger, pino } from "pino";
import type { Settings } from "./settings.ts";

/** Makes the log: JSON lines on standard error, from the level that the settings name; passwords never stand in it. */
export function createLogger(settings: Pick<Settings, "logLevel">): Logger {
  return pino(
    {
      level: settings.logLevel,
      redact: ["password", "*.password", "req.headers.authorization", "req.headers.cookie"],
    },
    pino.destination(2),
  );
}
