import type { SourceDependence, SourceTally } from "../../../../../src/questions/sources.ts";
import { ScaledSvg } from "../../parts/scaled-svg.tsx";
import { texts } from "../../texts.ts";

/** How much rests on each publisher, language and kind of publication. */
export function Tallies({ dependence }: { readonly dependence: SourceDependence }) {
  const { sources } = texts;
  return (
    <div class="tallies">
      <Tally title={sources.byPublisher} tallies={dependence.byPublisher} />
      <Tally title={sources.byLanguage} tallies={dependence.byLanguage} nameOf={nameLanguage} />
      <Tally title={sources.byKind} tallies={dependence.byKind} />
    </div>
  );
}

interface TallyProps {
  readonly title: string;
  readonly tallies: readonly SourceTally[];
  /** Writes the name of a tally for a reader. */
  readonly nameOf?: (name: string) => string;
}

const BAR_WIDTH = 120;

function Tally({ title, tallies, nameOf = texts.sources.named }: TallyProps) {
  const most = Math.max(1, ...tallies.map(({ supportCount }) => supportCount));
  const width = (count: number) => (count / most) * BAR_WIDTH;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section class="tally" tabIndex={0} aria-label={title}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col" colSpan={2}>
              {texts.columns.supports}
            </th>
            <th scope="col">{texts.columns.sole}</th>
          </tr>
        </thead>
        <tbody>
          {tallies.map(({ name, supportCount, soleCount }) => (
            <tr key={name}>
              <th scope="row">{name ? nameOf(name) : texts.notStated}</th>
              <td>
                <ScaledSvg aria-hidden="true" width={BAR_WIDTH} height={12}>
                  <rect class="support" width={width(supportCount)} height={12} />
                  <rect class="sole" width={width(soleCount)} height={12} />
                </ScaledSvg>
              </td>
              <td class="number">{supportCount}</td>
              <td class="number">{soleCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const LANGUAGES = new Intl.DisplayNames(texts.locale, { type: "language" });

/** Names the language of a BCP 47 tag; what is none stays as it is. */
function nameLanguage(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
