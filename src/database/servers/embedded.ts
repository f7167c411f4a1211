import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DemarcheError } from "../../domain/errors.ts";
import { openDriver } from "../open-driver.ts";
import type { ToolSearch } from "../prerequisites.ts";
import {
  type DataFolder,
  ensurePassword,
  prepareDataFolder,
  removeAbandonedScratch,
  writeWhole,
} from "./embedded/data-folder.ts";
import { withLock } from "./embedded/folder-lock.ts";
import { type ReadFreeBytes, requireSpace } from "./embedded/free-space.ts";
import {
  chooseTuning,
  type Memory,
  prepareStore,
  type Runtime,
  type Tuning,
  writeConfig,
} from "./embedded/neo4j-home.ts";
import { choosePort } from "./embedded/ports.ts";
import { endProcess, type ProcessIdentity, waitForEnd } from "./embedded/process-identity.ts";
import { provideRuntime } from "./embedded/provide-runtime.ts";
import { hasOpenedPort, readLength, readStartFailure, type StartFailure } from "./embedded/start-failure.ts";
import {
  ADD_OPENS,
  type Hold,
  identifyRecorded,
  type SupervisedJava,
  startSupervised,
  takeHold,
  waitForPid,
} from "./embedded/supervised-java.ts";
import { NEO4J_VERSION, type Neo4jServer, type ServerProgress } from "./server.ts";

export interface EmbeddedOptions {
  /** Folder of this database; made if it is not there. */
  readonly dataFolder: string;
  /** Folder of the fetched jars, for all databases of this user. */
  readonly cacheFolder: string;
  /** Port for Bolt; 0 for any free one; absent for 7687, or any free one where that is taken. */
  readonly port?: number | null;
  readonly memory?: Partial<Memory>;
  readonly tools?: ToolSearch;
  readonly onProgress?: (progress: ServerProgress) => void;
  readonly readFreeBytes?: ReadFreeBytes;
  /** How long Neo4j may take to start, 3 minutes if absent. */
  readonly startTimeoutMs?: number;
}

/** The embedded Neo4j of one data folder. */
export interface EmbeddedServer extends Neo4jServer {
  readonly kind: "EMBEDDED";
  readonly passwordFile: string;
  readonly version: string;
  /** Whether another process had started it before. */
  readonly joined: boolean;
  readonly dataFolder: string;
  readonly logFile: string;
  /** Number of the Java process. */
  readonly pid: number;
}

/** Tells the embedded Neo4j from others. */
export function isEmbedded(server: Neo4jServer): server is EmbeddedServer {
  return server.kind === "EMBEDDED";
}

interface State {
  readonly pid: number;
  readonly startedAt: string;
  readonly uri: string;
  readonly version: string;
  readonly pipe: string;
  readonly phase: "STARTING" | "READY";
}

/** A fresh store and its logs; loading a case needs little more. */
const START_NEEDS_MB = 100;
const USER = "neo4j";

/**
 * Gives the embedded Neo4j of a data folder: the one that another Demarche runs on it already, else a new one.
 *
 * It ends when the last process that uses it stops it or ends in whatever way. What an earlier one left behind (an orphan,
 * a stale lock, half a first start) is cleared away first, if it is certainly this folder's.
 *
 * @throws DemarcheError JAVA_MISSING, MAVEN_MISSING, DOWNLOAD_FAILED, NO_SPACE, PORT_IN_USE, DATABASE_IN_USE,
 * DATABASE_REFUSED, DATABASE_UNAVAILABLE or FILE_UNREADABLE, each with the next step.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const paths = prepareDataFolder(options.dataFolder);
  const onWait = (pid: number) => options.onProgress?.({ step: "WAITING_FOR_OTHER", pid });
  return await withLock(
    paths.lockFile,
    { onWait },
    async () => (await joinRunning(paths, options)) ?? (await startNew(paths, options)),
  );
}

async function joinRunning(paths: DataFolder, options: EmbeddedOptions): Promise<EmbeddedServer | null> {
  const process = identifyRecorded(paths);
  if (process === null) return null;
  const state = readState(paths);
  const isReady =
    state?.phase === "READY" && state.pid === process.pid && state.startedAt === process.startedAt;
  const hold = isReady ? takeHold(state.pipe) : null;
  if (hold === null || state === null) return await clearAway(process, options);
  const joined = await tryJoin(paths, process, state, hold);
  if (joined !== null) return joined;
  if (await waitForEnd(process, 30_000)) return null;
  throw inUse(paths, process.pid, `it does not answer at ${state.uri}: end it, then try again`);
}

/** Gives null, and lets go, where the server does not answer (any more), or is about to end. */
async function tryJoin(
  paths: DataFolder,
  process: ProcessIdentity,
  state: State,
  hold: Hold,
): Promise<EmbeddedServer | null> {
  try {
    const password = ensurePassword(paths);
    const answers = await answersWhileRunning(paths, process, {
      uri: state.uri,
      password,
      timeoutMs: 20_000,
    });
    // Without its pipe it is ending: hold was taken just after the last other one let go.
    if (answers && existsSync(state.pipe)) {
      return describeServer(paths, { state, password, hold, joined: true });
    }
  } catch (error) {
    hold.release();
    throw error;
  }
  hold.release();
  return null;
}

/** Nobody watches over this one: its supervisor is just ending it, or was killed, or its start was cut short. */
async function clearAway(process: ProcessIdentity, options: EmbeddedOptions): Promise<null> {
  if (await waitForEnd(process, 2_000)) return null;
  options.onProgress?.({ step: "RECOVERING", pid: process.pid });
  await endProcess(process);
  return null;
}

async function startNew(paths: DataFolder, options: EmbeddedOptions): Promise<EmbeddedServer> {
  removeAbandonedScratch(paths.folder);
  const runtime = await provideRuntime(options);
  await requireSpace(paths.folder, START_NEEDS_MB, {
    what: "Neo4j",
    ...(options.readFreeBytes === undefined ? {} : { readFreeBytes: options.readFreeBytes }),
  });
  options.onProgress?.({ step: "STARTING" });
  const password = ensurePassword(paths);
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(options.port ?? null);
    const outcome = await tryStart(paths, { runtime, port, password, options });
    if ("server" in outcome) return outcome.server;
    // Somebody took the port between our look and Neo4j's start: look again.
    if (outcome.failure.kind !== "PORT_TAKEN" || attempt === 3) throw outcome.failure.error;
  }
}

interface Attempt {
  readonly runtime: Runtime;
  readonly port: number;
  readonly password: string;
  readonly options: EmbeddedOptions;
}

async function tryStart(
  paths: DataFolder,
  { runtime, port, password, options }: Attempt,
): Promise<{ server: EmbeddedServer } | { failure: StartFailure }> {
  const tuning = chooseTuning(paths, options.memory);
  writeConfig(paths, port, tuning.memory);
  await prepareStore(paths, runtime);
  const logLength = readLength(paths.logFile);
  const java = startSupervised(paths, runtime.java, serverArguments(paths, runtime, tuning));
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    const state = await waitUntilReady(paths, java, {
      uri,
      password,
      timeoutMs: options.startTimeoutMs ?? 180_000,
      isOwn: () => hasOpenedPort(paths, logLength),
    });
    if (state !== null) {
      java.leave();
      return { server: describeServer(paths, { state, password, hold: java.hold, joined: false }) };
    }
  } catch (error) {
    java.hold.release();
    await java.ended;
    throw error;
  }
  java.hold.release();
  await java.ended;
  return { failure: readStartFailure(paths, logLength) };
}

interface Trial {
  readonly uri: string;
  readonly password: string;
  readonly timeoutMs: number;
  /** Whether it is this Neo4j that answers there; of one that has started already it is known. */
  readonly isOwn?: () => boolean;
}

/** Gives null when Java ends before Neo4j answers. */
async function waitUntilReady(paths: DataFolder, java: SupervisedJava, trial: Trial): Promise<State | null> {
  const process = await waitForPid(java);
  if (process === null) return null;
  const state = {
    pid: process.pid,
    startedAt: process.startedAt,
    uri: trial.uri,
    version: NEO4J_VERSION,
    pipe: java.pipe,
  };
  writeWhole(paths.stateFile, JSON.stringify({ ...state, phase: "STARTING" }));
  if (!(await answersWhileRunning(paths, process, trial))) {
    if (identifyRecorded(paths) === null) return null;
    throw tooSlow(paths, trial.timeoutMs);
  }
  const ready: State = { ...state, phase: "READY" };
  writeFileSync(paths.readyMarker, "");
  writeWhole(paths.stateFile, JSON.stringify(ready));
  return ready;
}

/**
 * Asks until Neo4j answers; false when its process ends before, or after the time.
 *
 * Another Neo4j may have taken the port first: it is not asked, as it would count wrong passwords; this one ends by itself.
 */
async function answersWhileRunning(
  paths: DataFolder,
  process: ProcessIdentity,
  { uri, password, timeoutMs, isOwn = () => true }: Trial,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await waitForEnd(process, 0)) return false;
    try {
      if (isOwn()) return await answers({ uri, user: USER, password, connectionTimeoutMs: 2_000 });
    } catch (error) {
      if (!(error instanceof DemarcheError)) throw error;
      if (error.code === "DATABASE_REFUSED") throw wrongPassword(paths, error);
      if (error.code !== "DATABASE_UNAVAILABLE") throw error;
    }
    await sleep(100);
  }
  return false;
}

async function answers(address: Parameters<typeof openDriver>[0]): Promise<true> {
  const { driver } = await openDriver(address);
  await driver.close();
  return true;
}

function serverArguments(
  paths: DataFolder,
  runtime: Runtime,
  { memory, isForLongRun }: Tuning,
): readonly string[] {
  const flags = [
    `-Xmx${memory.heapMb}m`,
    "-XX:+UseSerialGC",
    ...(isForLongRun ? [] : ["-XX:TieredStopAtLevel=1"]),
    "-Dfile.encoding=UTF-8",
  ];
  const classes = ["-cp", `${runtime.jars}/*`, "org.neo4j.server.CommunityEntryPoint"];
  const folders = [`--home-dir=${paths.neo4jHome}`, `--config-dir=${paths.configFolder}`];
  return [...flags, ...ADD_OPENS, ...classes, ...folders];
}

interface Running {
  readonly state: State;
  readonly password: string;
  readonly hold: Hold;
  readonly joined: boolean;
}

function describeServer(paths: DataFolder, { state, password, hold, joined }: Running): EmbeddedServer {
  return {
    kind: "EMBEDDED",
    uri: state.uri,
    user: USER,
    password,
    passwordFile: paths.passwordFile,
    database: null,
    version: state.version,
    joined,
    dataFolder: paths.folder,
    logFile: paths.logFile,
    pid: state.pid,
    stop: () => release(state, hold, joined ? 100 : 2_000),
  };
}

/**
 * The pipe goes as soon as the last hold on it does; while it is there, somebody else still uses the server.
 *
 * @param patienceMs - How long the supervisor may take to notice: short for who joined, as the other is most likely there.
 */
async function release(state: State, hold: Hold, patienceMs: number): Promise<void> {
  hold.release();
  const process = { pid: state.pid, startedAt: state.startedAt, command: "" };
  for (let waited = 0; existsSync(state.pipe) && waited < patienceMs; waited += 20) await sleep(20);
  if (!existsSync(state.pipe)) await waitForEnd(process, 60_000);
}

function readState(paths: DataFolder): State | null {
  try {
    return JSON.parse(readFileSync(paths.stateFile, "utf8")) as State;
  } catch {
    return null;
  }
}

/** Makes the error that tells of the server that runs on a data folder. */
export function inUse(paths: DataFolder, pid: number, next: string): DemarcheError {
  const message = `A Neo4j (process ${pid}) runs on ${paths.folder}; ${next}.`;
  return new DemarcheError("DATABASE_IN_USE", message, { details: { pid } });
}

function wrongPassword(paths: DataFolder, cause: unknown): DemarcheError {
  const message = `${paths.passwordFile} does not hold the password of the database in ${paths.folder}. Put the right one back, or move the folder aside to begin with an empty database.`;
  return new DemarcheError("DATABASE_REFUSED", message, { cause });
}

function tooSlow(paths: DataFolder, timeoutMs: number): DemarcheError {
  const message = `Neo4j did not answer within ${timeoutMs / 1000} s. Its log is ${paths.logFile}; try again when the machine is less busy.`;
  return new DemarcheError("DATABASE_UNAVAILABLE", message);
}
