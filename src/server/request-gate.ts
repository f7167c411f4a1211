import { AsyncResource } from "node:async_hooks";
import type { NextFunction, RequestHandler, Response } from "express";
import { DemarcheError } from "../domain/errors.ts";
import type { Limits } from "../graphql/limits/limits.ts";
import { clientOf } from "./client-of.ts";
import { TurnQueue } from "./turn-queue.ts";

type GateLimits = Pick<Limits, "maxConcurrent" | "maxConcurrentPerClient" | "maxQueued" | "maxQueueMs">;

/** A request that waits. */
interface Waiting {
  readonly begin: () => void;
  readonly refuse: () => void;
}

/**
 * Lets a bounded number of requests run at once, and a bounded number wait for a bounded time. Clients take turns, and none
 * may take all places, so that one that asks for much keeps itself waiting and not the others.
 *
 * Node takes one new connection each time that it has gone through all that is ready. Where each round begins all that
 * came in, rounds are so long that two hundred clients wait for many seconds at the door. So one request begins a round;
 * together they are answered as fast, and hold less memory, as those that have begun are done sooner.
 */
export class RequestGate {
  readonly #limits: GateLimits;
  readonly #queue = new TurnQueue<Waiting>();
  /** How many requests run, by client. */
  readonly #running = new Map<string, number>();
  #runningCount = 0;
  #isStarting = false;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /** How many requests run, and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#runningCount, waiting: this.#queue.size };
  }

  /**
   * Holds a request back until its turn comes. Its place is free again once its answer is out or its client is gone. Where
   * the wait is too long it is answered `OVERLOADED`; where the queue is full, the last one of the client with most in it.
   */
  readonly admit: RequestHandler = (request, response, next) => {
    // Who is gone already would never give a place back.
    if (response.closed) return;
    const client = clientOf(request, response);
    if (this.#isFull() && !this.#makeRoom(client)) return next(overloaded(this.#limits));
    this.#wait(client, response, next);
    this.#startSoon();
  };

  #isFull(): boolean {
    const { maxConcurrent, maxQueued } = this.#limits;
    return this.#runningCount + this.#queue.size >= maxConcurrent + maxQueued;
  }

  /** Refuses the last request of the client with most in the queue; nothing where that is no more than the other has. */
  #makeRoom(client: string): boolean {
    const longest = this.#queue.findLongest();
    if (longest === null || this.#queue.countOf(longest.client) <= this.#queue.countOf(client) + 1)
      return false;
    longest.last.refuse();
    return true;
  }

  #wait(client: string, response: Response, next: NextFunction): void {
    const quit = () => {
      clearTimeout(timer);
      response.off("close", quit);
      this.#queue.delete(client, waiting);
    };
    // Bound, as the end of another request may call them: what they set off is traced as this one's.
    const waiting: Waiting = {
      begin: AsyncResource.bind(() => {
        quit();
        this.#enter(client, response);
        next();
      }),
      refuse: AsyncResource.bind(() => {
        quit();
        next(overloaded(this.#limits));
      }),
    };
    const timer = setTimeout(waiting.refuse, this.#limits.maxQueueMs);
    response.once("close", quit);
    this.#queue.add(client, waiting);
  }

  #startSoon(): void {
    if (this.#isStarting || this.#queue.size === 0 || this.#runningCount >= this.#limits.maxConcurrent)
      return;
    this.#isStarting = true;
    setImmediate(() => {
      this.#isStarting = false;
      const waiting = this.#queue.take((client) => this.#hasPlace(client));
      waiting?.begin();
      if (waiting) this.#startSoon();
    });
  }

  #hasPlace(client: string): boolean {
    return (this.#running.get(client) ?? 0) < this.#limits.maxConcurrentPerClient;
  }

  #enter(client: string, response: Response): void {
    this.#count(client, 1);
    response.once("close", () => {
      this.#count(client, -1);
      this.#startSoon();
    });
  }

  #count(client: string, more: 1 | -1): void {
    const count = (this.#running.get(client) ?? 0) + more;
    this.#runningCount += more;
    if (count === 0) this.#running.delete(client);
    else this.#running.set(client, count);
  }
}

function overloaded({ maxConcurrent, maxQueued }: GateLimits): DemarcheError {
  const message = `The server is busy with ${maxConcurrent} requests, and up to ${maxQueued} wait. Try again in a moment.`;
  return new DemarcheError("OVERLOADED", message);
}
