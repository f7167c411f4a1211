import type { RequestHandler, Response } from "express";
import { DemarcheError } from "../domain/errors.ts";
import type { Limits } from "../graphql/limits/limits.ts";

type GateLimits = Pick<Limits, "maxConcurrent" | "maxQueued" | "maxQueueMs">;

/** Lets a bounded number of requests run at once, and a bounded number wait for a bounded time. */
export class RequestGate {
  readonly #limits: GateLimits;
  /** What starts each request that waits, the longest waiting first. */
  readonly #queue = new Set<() => void>();
  #running = 0;

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
    const start = () => {
      this.#running += 1;
      response.once("close", () => this.#leave());
      next();
    };
    const refuse = () => next(overloaded(this.#limits));
    if (this.#running < this.#limits.maxConcurrent) start();
    else if (this.#queue.size >= this.#limits.maxQueued) refuse();
    else this.#wait(response, start, refuse);
  };

  #wait(response: Response, start: () => void, refuse: () => void): void {
    const quit = () => {
      clearTimeout(timer);
      response.off("close", quit);
      this.#queue.delete(turn);
    };
    const turn = () => {
      quit();
      start();
    };
    const timer = setTimeout(() => {
      quit();
      refuse();
    }, this.#limits.maxQueueMs);
    response.once("close", quit);
    this.#queue.add(turn);
  }

  #leave(): void {
    this.#running -= 1;
    const [turn] = this.#queue;
    turn?.();
  }
}

function overloaded({ maxConcurrent, maxQueued }: GateLimits): DemarcheError {
  const message = `The server is busy with ${maxConcurrent} requests, and up to ${maxQueued} wait. Try again in a moment.`;
  return new DemarcheError("OVERLOADED", message);
}
