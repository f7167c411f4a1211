/** Why an answer could not be had, in the words of the interface (`texts.errors`). */
export type AskFailure = "SERVER_GONE" | "REFUSED" | "NEEDS_SERVER" | "TIMEOUT" | "SIGN_IN";

/** A question that got no answer; `message` is what the server said, empty where it said nothing. */
export class AskError extends Error {
  readonly failure: AskFailure;

  constructor(failure: AskFailure, message = "") {
    super(message);
    this.failure = failure;
  }
}
