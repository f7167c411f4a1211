import type { TraceRoot } from "../../../../../src/questions/trace.ts";
import { choose } from "../../address.ts";
import { writtenDate } from "../../models/written-date.ts";
import type { Navigation } from "../../navigation.ts";
import { Evidence } from "../../parts/evidence.tsx";
import { texts } from "../../texts.ts";

/** What the tables say of the thing itself. */
export function RootFacts({
  root,
  navigation,
}: {
  readonly root: TraceRoot;
  readonly navigation: Navigation;
}) {
  const facts = listFacts(root);
  return (
    <div class="root-facts">
      <p class="soft small">{texts.kinds(root.subkind ? `${root.kind} · ${root.subkind}` : root.kind)}</p>
      <h1>{root.name}</h1>
      {root.summary ? <p>{root.summary}</p> : null}
      {facts.length === 0 ? null : (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {root.quote ? (
        <blockquote>
          “{root.quote}” <cite class="soft small">{root.locator}</cite>
        </blockquote>
      ) : null}
      {root.foundIn.length + root.cites.length === 0 ? null : (
        <Evidence evidence={root} navigation={navigation} />
      )}
      {root.note ? <p class="soft small">{root.note}</p> : null}
      {root.kind === "Source" ? <LeaveOut slug={root.slug} navigation={navigation} /> : null}
    </div>
  );
}

function listFacts(root: TraceRoot): readonly (readonly [name: string, value: string])[] {
  const { facts } = texts.trace;
  const bound = texts.range.bounds[root.bound ?? ""];
  const basis = texts.dates.bases[root.dateBasis ?? ""];
  const all: readonly (readonly [string, string | null])[] = [
    [
      facts.date,
      root.date && [writtenDate(root.date, true), basis && `(${basis})`].filter(Boolean).join(" "),
    ],
    [facts.place, root.place],
    [facts.outcome, root.outcome],
    [facts.state, root.state && texts.kinds(root.state)],
    [facts.points, root.points === null ? null : String(root.points)],
    [
      facts.value,
      root.valuePrinted && [`“${root.valuePrinted}”`, bound && `(${bound})`].filter(Boolean).join(" "),
    ],
    [facts.standing, root.standing && (texts.trace.standings[root.standing] ?? root.standing)],
    [facts.aliases, root.aliases.join(" · ") || null],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** Leaves the source out in every view, or takes it in again. */
function LeaveOut({ slug, navigation }: { readonly slug: string; readonly navigation: Navigation }) {
  const without = new Set((navigation.address.choices.without ?? "").split(",").filter(Boolean));
  const isOut = without.has(slug);
  const toggle = () => {
    if (!without.delete(slug)) without.add(slug);
    navigation.go(choose(navigation.address, { without: [...without].sort().join(",") }));
  };
  return (
    <button type="button" class="no-print" aria-pressed={isOut} onClick={toggle}>
      {isOut ? texts.trace.takeBack : texts.trace.leaveOut}
    </button>
  );
}
