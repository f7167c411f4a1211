import { SingleBar } from "cli-progress";
import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

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
  /** Shows a bar on a terminal; elsewhere nothing. */
  progress(label: string): Progress;
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
    progress: (label) => createProgress(label, stderr.isTTY === true && !options.isQuiet, stderr),
  };
}

function writeChunk(stream: NodeJS.WriteStream, chunk: string): Promise<void> {
  if (stream.write(chunk)) return Promise.resolve();
  return new Promise((resolve) => stream.once("drain", resolve));
}

function createProgress(label: string, isShown: boolean, stream: NodeJS.WriteStream): Progress {
  if (!isShown) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream,
    format: `${label} [{bar}] {percentage}% {value}/{total}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (total <= 0) return;
      if (!isStarted) bar.start(total, done);
      isStarted = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
