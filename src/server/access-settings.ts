/** How tokens are told from forgeries: by a secret or public keys of whoever gives them out, or as one token kept in a file. */
export type TokenSettings =
  | {
      readonly kind: "JWT";
      /** HS256 with a secret of at least 32 bytes, or RS256, PS256, ES256 or EdDSA with the keys at an address. */
      readonly key: { readonly secret: string } | { readonly jwksUrl: string };
      readonly issuer: string;
      readonly audience: string;
      /** Seconds by which the clocks of the two may differ. */
      readonly clockSkewS: number;
    }
  | { readonly kind: "ADMIN_TOKEN"; readonly token: string };

/** Who may read, and who can sign in. */
export interface AccessSettings {
  readonly readers: "ANYONE" | "SIGNED_IN";
  /** Null: nobody can sign in, so that nobody can edit. */
  readonly tokens: TokenSettings | null;
}

/** Everybody reads, nobody edits. */
export const READING_ONLY: AccessSettings = { readers: "ANYONE", tokens: null };
