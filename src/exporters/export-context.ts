/** What a file says beside the network. */
export interface ExportContext {
  /** Version of Demarche. */
  readonly version: string;
  /** ISO day or time that the file names as its date; null: none is named. */
  readonly exportedAt: string | null;
}
