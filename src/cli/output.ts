import { SingleBar } from "cli-progress";
import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

/** What a bar counts in, and how many of what is counted make one. */
export interface Unit {
  readonly name: string;
  readonly size: number;
}

export const MEGABYTES: Unit = { name: "MB", size: 1_000_000 };

export interface Progress {
  /** @param done - How much is done, in the unit of `total`; `total` 0 means not known. */
  update(done: number, total: number): void;
  stop(): void;
}

/** Where a command's words go: data to stdout, talk to stderr. */
export interface Output {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 100 where it is none. */
  readonly width: number;
  readonly colours: Colours;
  /** Prints data as it is, ending in a line break. */
  data(text: string): void;
  /** Prints a value as JSON. */
  json(value: unknown): void;
  /** Writes a chunk of data; resolves when the reader wants more. */
  write(chunk: string): Promise<void>;
  /** Talks to the person; silent with `--quiet`. */
  say(text: string): void;
  /** Shows a bar on a terminal, with the rate where there is a unit; elsewhere nothing. */
  progress(label: string, unit?: Unit): Progress;
}

export interface OutputOptions {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly useColour: boolean;
}

/** Makes the output of one run of the program. */
export function createOutput(
  options: OutputOptions,
  stdout: NodeJS.WriteStream = process.stdout,
  stderr: NodeJS.WriteStream = process.stderr,
): Output {
  const say = (text: string) => {
    if (!options.isQuiet) stderr.write(`${text}\n`);
  };
  return {
    isJson: options.isJson,
    isQuiet: options.isQuiet,
    isTerminal: stdout.isTTY === true,
    width: stdout.columns ?? 100,
    colours: pc.createColors(options.useColour),
    data: (text) => void stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    write: (chunk) => writeChunk(stdout, chunk),
    say,
    progress: (label, unit) =>
      stderr.isTTY === true && !options.isQuiet ? createBar(stderr, label, unit) : NO_BAR,
  };
}

function writeChunk(stream: NodeJS.WriteStream, chunk: string): Promise<void> {
  if (stream.write(chunk)) return Promise.resolve();
  return new Promise((resolve) => stream.once("drain", resolve));
}

const NO_BAR: Progress = { update: () => undefined, stop: () => undefined };

function createBar(stream: NodeJS.WriteStream, label: string, unit?: Unit): Progress {
  const bar = new SingleBar({
    stream,
    format: `${label} [{bar}] {percentage}%${unit ? " {counted}" : ""}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  const begun = performance.now();
  let isStarted = false;
  return {
    update(done, total) {
      if (total <= 0) return;
      const counted =
        unit && describeRate(unit, { done, total, seconds: (performance.now() - begun) / 1000 });
      if (!isStarted) bar.start(total, done, { counted });
      isStarted = true;
      bar.setTotal(total);
      bar.update(done, { counted });
    },
    stop: () => bar.stop(),
  };
}

/** Writes such as `12,000 of 48,000 rows, 6,000 a second`. */
export function describeRate(
  { name, size }: Unit,
  { done, total, seconds }: { readonly done: number; readonly total: number; readonly seconds: number },
): string {
  const write = (number: number) =>
    (number / size).toLocaleString("en", { maximumFractionDigits: size === 1 ? 0 : 1 });
  const rate = seconds > 0 ? `, ${write(done / seconds)} a second` : "";
  return `${write(done)} of ${write(total)} ${name}${rate}`;
}
