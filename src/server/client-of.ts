import type { Request, Response } from "express";
import { ipKeyGenerator } from "express-rate-limit";
import { userOf } from "./authenticate.ts";

/** Tells clients apart: by name those who signed in, the others by address (of an IPv6 address, its network). */
export function clientOf(request: Request, response: Response): string {
  const { name } = userOf(response);
  return name === null ? `at ${ipKeyGenerator(request.ip ?? "")}` : `named ${name}`;
}
