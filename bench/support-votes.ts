/** As many votes as the UN General Assembly cast until 2020. */
export const VOTES = 870_109;
const COUNTRIES = 200;

/** Gives a table of votes in the form of `un_votes.csv`, line by line. */
export function* voteLines(count = VOTES): Generator<string> {
  yield "rcid,country,country_code,vote\n";
  for (let vote = 0; vote < count; vote += 1) {
    const country = vote % COUNTRIES;
    const word = ["yes", "yes", "no", "yes", "abstain"][(vote * 7) % 5];
    yield `${Math.floor(vote / COUNTRIES) + 3}.0,Country ${country},C${country},${word}\n`;
  }
}
