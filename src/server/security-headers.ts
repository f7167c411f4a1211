import type { RequestHandler } from "express";

/** What a page may load, by directive; nothing comes from another host. */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self' data:",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self' blob:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

const HEADERS = {
  "Content-Security-Policy": writePolicy(POLICY),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Sets the headers that keep a page to itself: scripts of our own only, no frames, no other host. */
export const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};

/** Lets a page set styles in its markup: the playground's editor writes its own. */
export const allowInlineStyles: RequestHandler = (_request, response, next) => {
  response.set("Content-Security-Policy", writePolicy({ ...POLICY, "style-src": "'self' 'unsafe-inline'" }));
  next();
};

function writePolicy(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
