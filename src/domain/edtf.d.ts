/** The part of edtf 4 that Demarche uses; the package ships no types. */
declare module "edtf" {
  /** `min` and `max` are milliseconds since 1970, UTC; throws a SyntaxError on anything that is no EDTF. */
  export default function edtf(
    text: string,
    options?: { level?: 0 | 1 | 2 },
  ): { readonly type: string; readonly min: number; readonly max: number };
}
