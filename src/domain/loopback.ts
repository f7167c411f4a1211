/** Tells whether a host name or address means this very machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){1,3}|::1|\[::1\])$/i.test(host);
}
