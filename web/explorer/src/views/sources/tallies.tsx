import type { SourceDependence, SourceTally } from "../../../../../src/questions/sources.ts";
import { choose, formatAddress } from "../../address.ts";
import { nameLanguage } from "../../models/name-language.ts";
import type { Navigation } from "../../navigation.ts";
import { ScaledSvg } from "../../parts/scaled-svg.tsx";
import { texts } from "../../texts.ts";
import { OpenedWorks, type TalliedBy } from "./opened-works.tsx";

/** How much rests on each publisher, language and kind of publication. */
export function Tallies({
  dependence,
  navigation,
}: {
  readonly dependence: SourceDependence;
  readonly navigation: Navigation;
}) {
  const { sources } = texts;
  return (
    <>
      <div class="tallies">
        <Tally
          title={sources.byPublisher}
          tallies={dependence.byPublisher}
          by="publisher"
          navigation={navigation}
        />
        <Tally
          title={sources.byLanguage}
          tallies={dependence.byLanguage}
          by="language"
          nameOf={nameLanguage}
          navigation={navigation}
        />
        <Tally title={sources.byKind} tallies={dependence.byKind} by="kind" navigation={navigation} />
      </div>
      <OpenedWorks works={dependence.works} navigation={navigation} />
    </>
  );
}

interface TallyProps {
  readonly title: string;
  readonly tallies: readonly SourceTally[];
  readonly by: TalliedBy;
  readonly navigation: Navigation;
  /** Writes the name of a tally for a reader. */
  readonly nameOf?: (name: string) => string;
}

const BAR_WIDTH = 120;

function Tally({ title, tallies, by, navigation, nameOf = texts.sources.named }: TallyProps) {
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
              <th scope="row">
                <a href={formatAddress(choose(navigation.address, { works: `${by}~${name ?? ""}` }))}>
                  {name ? nameOf(name) : texts.notStated}
                </a>
              </th>
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
