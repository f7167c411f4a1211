import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

const ISO3 = /^[A-Z]{3}$/;
const WIKIDATA = /^Q[1-9]\d*$/;

/** Finds identifiers from outside that are not of their form. */
export const identifier: Rule = {
  name: "identifier",
  severity: "error",
  says: "`iso3` is three capital letters, `wikidata` a Q and a number, `url` an address with http or https.",
  start: ({ report }) => ({
    rows: {
      actors: {
        needs: ["iso3", "wikidata"],
        check: (row) => {
          const { iso3, wikidata } = row.record;
          if (iso3 !== null && !ISO3.test(iso3)) {
            report(
              placeOf(row, "iso3"),
              `"${iso3}" is no ISO 3166-1 alpha-3 code: write three capital letters, such as UKR.`,
            );
          }
          if (wikidata !== null && !WIKIDATA.test(wikidata)) {
            report(placeOf(row, "wikidata"), `"${wikidata}" is no Wikidata item: write such as Q212.`);
          }
        },
      },
      sources: {
        needs: ["url"],
        check: (row) => {
          const { url } = row.record;
          if (url === null || isAddress(url)) return;
          report(placeOf(row, "url"), `"${url}" is no address: begin with https:// or http://, or clear it.`);
        },
      },
    },
  }),
};

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
