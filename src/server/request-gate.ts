import { AsyncResource } from "node:async_hooks";
import type { NextFunction, RequestHandler, Response } from "express";
import { DemarcheError } from "../domain/errors.ts";
import type { Limits } from "../graphql/limits/limits.ts";

type GateLimits = Pick<Limits, "maxConcurrent" | "maxQueued" | "maxQueueMs">;

/**
 * Lets a bounded number of requests run at once, and a bounded number wait for a bounded time.
 *
 * Node takes one new connection each time that it has gone through all that is ready. Where each round begins all that
 * came in, rounds are so long that two hundred clients wait for many seconds at the door. So one request begins a round;
 * together they are answered as fast, and hold less memory, as those that have begun are done sooner.
 */
export class RequestGate {
  readonly #limits: GateLimits;
  /** What starts each request that waits, the longest waiting first. */
  readonly #queue = new Set<() => void>();
  #running = 0;
  #isStarting = false;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /** How many requests run, and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#queue.size };
  }

  /**
   * Holds a request back until its turn comes. Its place is free again once its answer is out or its client is gone; where
   * the queue is full or the wait too long, it is answered `OVERLOADED`.
   */
  readonly admit: RequestHandler = (_request, response, next) => {
    const { maxConcurrent, maxQueued } = this.#limits;
    if (this.#running + this.#queue.size >= maxConcurrent + maxQueued) return next(overloaded(this.#limits));
    this.#wait(response, next);
    this.#startSoon();
  };

  #wait(response: Response, next: NextFunction): void {
    const quit = () => {
      clearTimeout(timer);
      response.off("close", quit);
      this.#queue.delete(turn);
    };
    // Bound, as the end of another request may call it: what it sets off is traced as this one's.
    const turn = AsyncResource.bind(() => {
      quit();
      this.#enter(response);
      next();
    });
    const timer = setTimeout(() => {
      quit();
      next(overloaded(this.#limits));
    }, this.#limits.maxQueueMs);
    response.once("close", quit);
    this.#queue.add(turn);
  }

  #startSoon(): void {
    if (this.#isStarting || this.#queue.size === 0 || this.#running >= this.#limits.maxConcurrent) return;
    this.#isStarting = true;
    setImmediate(() => {
      this.#isStarting = false;
      const [turn] = this.#queue;
      turn?.();
      this.#startSoon();
    });
  }

  #enter(response: Response): void {
    this.#running += 1;
    response.once("close", () => {
      this.#running -= 1;
      this.#startSoon();
    });
  }
}

function overloaded({ maxConcurrent, maxQueued }: GateLimits): DemarcheError {
  const message = `The server is busy with ${maxConcurrent} requests, and up to ${maxQueued} wait. Try again in a moment.`;
  return new DemarcheError("OVERLOADED", message);
}
