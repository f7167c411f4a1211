import type { CodedStatement } from "../domain/coded-statement.ts";
import type { NetworkData } from "../network/network-data.ts";
import type { Ref } from "./statement.ts";

/** What a published folder says of itself, in its `contents.js`. */
export interface PublishedContents {
  /** Day of publishing, as ISO. */
  readonly publishedAt: string;
  /** Version of Demarche. */
  readonly version: string;
  /** File of each answer, relative to the page, by the key of its question. */
  readonly files: Readonly<Record<string, string>>;
}

/** Key of all of the case that networks are computed from. */
export const PUBLISHED_NETWORK_DATA = "NetworkData";

/** The network data of a case, its statements as records instead of columns. */
export type PublishedNetworkData = Omit<NetworkData, "statements"> & {
  readonly statements: readonly CodedStatement[];
};

/** Key of every statement in the shape that cards show, by id. */
export const PUBLISHED_STATEMENTS = "Statements";

/** Key of what the search of a published page looks through. */
export const PUBLISHED_NAMES = "Names";

/** A thing and the words by which it is found. */
export interface PublishedName extends Ref {
  readonly aliases: readonly string[];
}
