/** What makes a file, from some line on, impossible to read; becomes a `Problem` where the file is known. */
export class FileFault extends Error {
  readonly rule: string;
  readonly line: number | null;

  constructor(rule: string, line: number | null, message: string) {
    super(message);
    this.name = "FileFault";
    this.rule = rule;
    this.line = line;
  }
}
