import { useState } from "preact/hooks";
import { keepToken } from "../data/session-token.ts";
import { texts } from "../texts.ts";

/** Takes the token of a reader, where the server answers only those who sign in. */
export function SignIn() {
  const [token, setToken] = useState("");
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        signIn(token.trim());
      }}
    >
      <label class="field">
        {texts.signIn.token}
        <input
          type="password"
          required
          autoComplete="off"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>{" "}
      <button type="submit">{texts.signIn.signIn}</button>
    </form>
  );
}

/** Forgets the token of the reader. */
export function SignOut() {
  return (
    <button type="button" onClick={() => signIn("")}>
      {texts.signIn.signOut}
    </button>
  );
}

/** The page begins anew, since all that it holds was asked for as somebody else; the address keeps the view. */
function signIn(token: string): void {
  keepToken(token);
  location.reload();
}
