import { AsyncResource } from "node:async_hooks";
import type { NextFunction, RequestHandler, Response } from "express";
import { DemarcheError } from "../domain/errors.ts";
import type { Limits } from "../graphql/limits/limits.ts";
import { ClientLoads, PACE_MS } from "./client-loads.ts";
import { clientOf } from "./client-of.ts";
import { TurnQueue } from "./turn-queue.ts";

type DoorLimits = Pick<Limits, "maxQueued" | "maxQueueMs">;

/**
 * Lets clients in that have not had many requests at once for long, and makes those that have wait for them, before their
 * requests are read: 20 a second come in at least. While nobody else is about, nobody waits.
 */
export class Doorkeeper {
  readonly #limits: DoorLimits;
  readonly #loads = new ClientLoads();
  readonly #waiting = new TurnQueue<() => void>();
  #looking: NodeJS.Timeout | null = null;

  constructor(limits: DoorLimits) {
    this.#limits = limits;
  }

  /** How many requests are held. */
  get held(): number {
    return this.#waiting.size;
  }

  /** Where a request has waited for too long, or too many wait, it is answered `OVERLOADED`. */
  readonly admit: RequestHandler = (request, response, next) => {
    // The end of a request that is gone already would never be heard.
    if (response.closed) return;
    const client = clientOf(request, response);
    if (this.#waiting.countOf(client) === 0 && this.#loads.mayBegin(client)) {
      this.#loads.arrive(client);
      return this.#enter(client, response, next);
    }
    if (this.#waiting.size >= this.#limits.maxQueued) return next(tooMany());
    this.#loads.arrive(client);
    this.#wait(client, response, next);
    this.#lookLater();
  };

  #enter(client: string, response: Response, next: NextFunction): void {
    this.#loads.begin(client);
    response.once("close", () => {
      this.#loads.end(client);
      this.#look();
    });
    next();
  }

  #wait(client: string, response: Response, next: NextFunction): void {
    const quit = () => {
      clearTimeout(timer);
      response.off("close", leave);
      this.#waiting.delete(client, begin);
    };
    const leave = () => {
      quit();
      this.#loads.leave(client);
    };
    // Bound, as the end of another request may call it: what it sets off is traced as this one's.
    const begin = AsyncResource.bind(() => {
      quit();
      this.#enter(client, response, next);
    });
    const timer = setTimeout(() => {
      leave();
      next(tooMany());
    }, this.#limits.maxQueueMs);
    response.once("close", leave);
    this.#waiting.add(client, begin);
  }

  /** Lets in whoever may come in. */
  #look(): void {
    const mayBegin = (client: string) => this.#loads.mayBegin(client);
    for (let begin = this.#waiting.take(mayBegin); begin !== null; begin = this.#waiting.take(mayBegin))
      begin();
    this.#lookLater();
  }

  /** Those that keep a pace come in without anything having ended. */
  #lookLater(): void {
    if (this.#waiting.size === 0 || this.#looking !== null) return;
    this.#looking = setTimeout(() => {
      this.#looking = null;
      this.#look();
    }, PACE_MS);
  }
}

function tooMany(): DemarcheError {
  const message =
    "You have had many requests at once for long, and others ask too. Send fewer at once, or try again in a moment.";
  return new DemarcheError("OVERLOADED", message);
}
