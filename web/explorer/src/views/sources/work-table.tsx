import type { WorkDependence } from "../../../../../src/questions/sources.ts";
import { nameSource } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import { SourceLink } from "../../parts/evidence.tsx";
import { texts } from "../../texts.ts";

interface WorkTableProps {
  readonly works: readonly WorkDependence[];
  readonly navigation: Navigation;
}

/** Every work with a switch that leaves it out everywhere; those that carry most come first. */
export function WorkTable({ works, navigation }: WorkTableProps) {
  const without = new Set((navigation.address.choices.without ?? "").split(",").filter(Boolean));
  const ordered = works.toSorted(
    (left, right) =>
      right.fallsWithout.length - left.fallsWithout.length || right.supportCount - left.supportCount,
  );
  return (
    <section>
      <h2>{texts.sources.leaveOut}</h2>
      <p class="soft small">{texts.sources.leaveOutHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <section class="table-frame" tabIndex={0} aria-label={texts.sources.leaveOut}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.sources.counted}</th>
              <th scope="col">{texts.sources.work}</th>
              <th scope="col">{texts.columns.supports}</th>
              <th scope="col">{texts.columns.fallsWithout}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((dependence) => (
              <WorkRow
                key={dependence.work.id}
                dependence={dependence}
                without={without}
                navigation={navigation}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface WorkRowProps {
  readonly dependence: WorkDependence;
  /** Slugs of the sources that are left out. */
  readonly without: ReadonlySet<string>;
  readonly navigation: Navigation;
}

function WorkRow({ dependence, without, navigation }: WorkRowProps) {
  const { work, supportCount, fallsWithout } = dependence;
  const slugs = work.entries.map(({ slug }) => slug);
  const isOut = slugs.some((slug) => without.has(slug));
  const [first] = work.entries;
  const toggle = () => {
    const next = isOut
      ? [...without].filter((slug) => !slugs.includes(slug))
      : [...without, ...slugs.slice(0, 1)];
    navigation.choose({ without: next.sort().join(",") });
  };
  return (
    <tr class={isOut ? "left-out" : ""}>
      <td>
        <input
          type="checkbox"
          checked={!isOut}
          aria-label={texts.sources.count(first ? nameSource(first) : work.id)}
          onChange={toggle}
        />
      </td>
      <th scope="row">
        {first ? <SourceLink source={first} says={nameSource(first)} navigation={navigation} /> : work.id}
        {isOut ? <span class="soft"> · {texts.sources.isOut}</span> : null}
      </th>
      <td class="number">{supportCount}</td>
      <td class="number">{fallsWithout.length}</td>
    </tr>
  );
}
