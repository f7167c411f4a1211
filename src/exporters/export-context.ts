/** What a file says beside the network. */
export interface ExportContext {
  /** Version of Demarche. */
  readonly version: string;
  /** When the file is made: it names the day. */
  readonly exportedAt: Date;
  /** Whether each edge names its statements. */
  readonly statementIds: boolean;
}

/** Gives the ISO day (UTC) on which a file is made. */
export function dayOfExport({ exportedAt }: ExportContext): string {
  return exportedAt.toISOString().slice(0, 10);
}
