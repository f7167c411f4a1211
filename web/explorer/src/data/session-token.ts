const KEY = "demarche-token";

/** Gives the token that the reader signed in with in this tab; empty: none. */
export function readToken(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a token until the tab is closed; an empty one signs out. */
export function keepToken(token: string): void {
  if (token === "") sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
