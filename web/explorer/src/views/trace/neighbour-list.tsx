import type { TraceNeighbour } from "../../../../../src/questions/trace.ts";
import type { Navigation } from "../../navigation.ts";
import { Names } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";

interface NeighbourListProps {
  readonly neighbours: readonly TraceNeighbour[];
  readonly navigation: Navigation;
}

/** The structure around a thing, one group a relation, each with the words that carry it. */
export function NeighbourList({ neighbours, navigation }: NeighbourListProps) {
  if (neighbours.length === 0) return null;
  const names = [...new Set(neighbours.map(nameRelation))];
  return (
    <section>
      <h2>{texts.trace.around}</h2>
      <dl class="neighbours">
        {names.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            {onceEach(neighbours.filter((neighbour) => nameRelation(neighbour) === name)).map((neighbour) => (
              <dd key={keyOf(neighbour)}>
                <Names refs={[neighbour.other]} navigation={navigation} />{" "}
                <span class="soft small">{describe(neighbour)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function nameRelation({ relation, direction }: TraceNeighbour): string {
  return texts.relations(relation, direction);
}

/** "After" told by one and "before" told by the other are the same for a reader. */
function onceEach(neighbours: readonly TraceNeighbour[]): readonly TraceNeighbour[] {
  return [...new Map(neighbours.map((neighbour) => [keyOf(neighbour), neighbour])).values()];
}

function keyOf({ other, item, role }: TraceNeighbour): string {
  return `${other.id} ${item ?? ""} ${role ?? ""}`;
}

function describe({ item, role, change, kind, status, quote, locator }: TraceNeighbour): string {
  const marks = [item, role, change, kind].flatMap((mark) => (mark ? [texts.kinds(mark)] : []));
  const isDoubtful = status !== null && status !== "REPORTED";
  return [
    ...marks,
    isDoubtful ? texts.kinds(status) : "",
    quote ? `“${quote}”${locator ? ` ${locator}` : ""}` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
