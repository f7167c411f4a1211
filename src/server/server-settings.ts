import { DEFAULT_LIMITS, type Limits } from "../graphql/limits/limits.ts";
import { type AccessSettings, READING_ONLY } from "./access-settings.ts";

/** How the server listens, what it serves, and what one request may ask for. */
export interface ServerSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Folder of the built explorer; null: a plain front page. */
  readonly explorerFolder: string | null;
  /** Folder of the built playground; null: a page that says how to build it. */
  readonly playgroundFolder: string | null;
  /** Milliseconds that running requests may take to finish once the server is told to stop. */
  readonly drainMs: number;
  readonly limits: Limits;
  /** How many proxies before the server are believed about a client's address (`X-Forwarded-For`). */
  readonly trustedProxies: number;
  readonly access: AccessSettings;
  /** Version of Demarche, which exports name. */
  readonly version: string;
}

/** The settings that hold where none are given. */
export const DEFAULT_SERVER_SETTINGS: ServerSettings = {
  host: "127.0.0.1",
  port: 4000,
  explorerFolder: null,
  playgroundFolder: null,
  drainMs: 8_000,
  limits: DEFAULT_LIMITS,
  trustedProxies: 0,
  access: READING_ONLY,
  version: "",
};
