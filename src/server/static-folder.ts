import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler } from "express";

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Serves the files of a built page; those whose names carry a hash may be kept for a year. */
export function serveFolder(folder: string): RequestHandler {
  return express.static(folder, {
    index: "index.html",
    redirect: false,
    setHeaders: (response, path) => {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      response.setHeader(
        "Cache-Control",
        isHashed ? `public, max-age=${YEAR_MS / 1000}, immutable` : "no-cache",
      );
    },
  });
}

/** Tells whether a folder holds a built page. */
export function isBuilt(folder: string | null): folder is string {
  return folder !== null && existsSync(join(folder, "index.html"));
}
