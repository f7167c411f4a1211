import type { CitedSource, FoundIn, SourceRef } from "../../../../src/questions/statement.ts";
import { nameCitation, nameSource } from "../models/source-names.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { traceLink } from "./trace-link.ts";

interface EvidenceProps {
  readonly evidence: {
    readonly isUncited: boolean;
    readonly cites: readonly CitedSource[];
    readonly foundIn: readonly FoundIn[];
  };
  readonly navigation: Navigation;
}

/** What something rests on: the sources that its sentence cites, and the documents that it was read in. */
export function Evidence({ evidence: { isUncited, cites, foundIn }, navigation }: EvidenceProps) {
  return (
    <ul class="evidence small">
      {isUncited ? <li class="soft">{texts.uncited}</li> : null}
      {cites.map((citation) => (
        <li key={citation.source.id}>
          <SourceLink source={citation.source} says={nameCitation(citation)} navigation={navigation} />
        </li>
      ))}
      {foundIn.map(({ source, locator }) => (
        <li key={source.id} class="soft">
          {texts.readIn}{" "}
          <SourceLink
            source={source}
            says={[nameSource(source), locator].filter(Boolean).join(", ")}
            navigation={navigation}
          />
        </li>
      ))}
    </ul>
  );
}

/** A source with a link to its trace, and one to where it was published. */
export function SourceLink({
  source,
  says,
  navigation,
}: {
  readonly source: SourceRef;
  readonly says: string;
  readonly navigation: Navigation;
}) {
  return (
    <>
      <a href={traceLink(navigation, source.slug)}>{says}</a>
      {source.url ? (
        <>
          {" "}
          <a href={source.url} rel="noreferrer noopener external">
            {texts.readSource}
          </a>
        </>
      ) : null}
    </>
  );
}
