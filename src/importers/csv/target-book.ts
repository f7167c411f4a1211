import type { CaseSink } from "../case-sink.ts";
import { ThingBook } from "../thing-book.ts";
import type { TargetWord } from "./stances.ts";

/** The things that the rows of a table are about, one for each name. */
export class TargetBook {
  readonly #foundIn: readonly string[];
  readonly #kind: TargetWord;
  readonly #findActor: (name: string) => string;
  readonly #issues: ThingBook<"issues">;
  readonly #demands: ThingBook<"demands">;
  readonly #proposals: ThingBook<"proposals">;
  readonly #claims: ThingBook<"claims">;
  readonly #meetings: ThingBook<"meetings">;
  readonly #events: ThingBook<"events">;

  constructor(
    sink: CaseSink,
    about: { source: string; kind: TargetWord; findActor: (name: string) => string },
  ) {
    this.#foundIn = [about.source];
    this.#kind = about.kind;
    this.#findActor = about.findActor;
    this.#issues = new ThingBook("issues", sink);
    this.#demands = new ThingBook("demands", sink);
    this.#proposals = new ThingBook("proposals", sink);
    this.#claims = new ThingBook("claims", sink);
    this.#meetings = new ThingBook("meetings", sink);
    this.#events = new ThingBook("events", sink);
  }

  /** Gives the slug of a target; the issue counts for demands, of which one name on two issues makes two. */
  async slugOf(name: string, issue: string): Promise<string> {
    const foundIn = this.#foundIn;
    switch (this.#kind) {
      case "demand":
        return this.#findDemand(name, issue);
      case "proposal":
        return this.#proposals.slugOf(name, name, () => ({ title: name, kind: "PLAN", foundIn }));
      case "claim":
        return this.#claims.slugOf(name, name, () => ({ text: name, foundIn }));
      case "meeting":
        return this.#meetings.slugOf(name, name, () => ({ name, kind: "TALKS", foundIn }));
      case "event":
        return this.#events.slugOf(name, name, () => ({ name, foundIn }));
      case "actor":
        return this.#findActor(name);
    }
  }

  async #findDemand(text: string, issueName: string): Promise<string> {
    const foundIn = this.#foundIn;
    const issue =
      issueName === ""
        ? null
        : await this.#issues.slugOf(issueName, issueName, () => ({ name: issueName, foundIn }));
    return this.#demands.slugOf(`${text}\n${issueName}`, text, () => ({ text, issue, foundIn }));
  }
}
