import type { ComponentChildren } from "preact";
import { caseQuestion } from "../../../../src/questions/cases.ts";
import { STATUS_NAMES } from "../../../../src/questions/statement.ts";
import { LASTING_CHOICES } from "../address.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";

/** The filters that hold in every view: dates, statuses, sources left out, roll-up. */
export function FilterBar({ navigation }: { readonly navigation: Navigation }) {
  const { choices } = navigation.address;
  const active = LASTING_CHOICES.filter((name) => choices[name]);
  return (
    <details class="filters no-print">
      <summary>
        {texts.filters.title}{" "}
        <span class="soft small">
          {active.length === 0
            ? texts.filters.none
            : active.map((name) => `${texts.filters.names[name]} ${choices[name]}`).join(" · ")}
        </span>
      </summary>
      <div class="filter-fields">
        <DateField name="from" navigation={navigation} />
        <DateField name="to" navigation={navigation} />
        <RollUpField navigation={navigation} />
        <Checks name="statuses" navigation={navigation} items={STATUSES} />
        <SourceChecks navigation={navigation} />
        <button
          type="button"
          disabled={active.length === 0}
          onClick={() => navigation.choose(Object.fromEntries(LASTING_CHOICES.map((name) => [name, ""])))}
        >
          {texts.errors.reset}
        </button>
      </div>
    </details>
  );
}

interface FieldProps<Name extends (typeof LASTING_CHOICES)[number]> {
  readonly name: Name;
  readonly navigation: Navigation;
}

function DateField({ name, navigation }: FieldProps<"from" | "to">) {
  return (
    <label class="field">
      {texts.filters.names[name]}
      <input
        type="text"
        size={10}
        inputMode="numeric"
        placeholder={texts.filters.datePlaceholder}
        value={navigation.address.choices[name] ?? ""}
        onChange={(event) => navigation.choose({ [name]: event.currentTarget.value.trim() })}
      />
    </label>
  );
}

function RollUpField({ navigation }: { readonly navigation: Navigation }) {
  return (
    <label class="field">
      {texts.filters.names.rollUp}
      <select
        value={navigation.address.choices.rollUp ?? ""}
        onChange={(event) => navigation.choose({ rollUp: event.currentTarget.value })}
      >
        {Object.entries(texts.filters.rollUps).map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Item {
  readonly value: string;
  readonly says: string;
}

const STATUSES: readonly Item[] = STATUS_NAMES.map((value) => ({ value, says: texts.statuses[value] }));

/** A list of boxes to tick, kept as one choice with commas. */
function Checks({
  name,
  navigation,
  items,
}: FieldProps<"statuses" | "without"> & { readonly items: readonly Item[] }) {
  const chosen = new Set((navigation.address.choices[name] ?? "").split(",").filter(Boolean));
  const toggle = (value: string) => {
    if (!chosen.delete(value)) chosen.add(value);
    navigation.choose({ [name]: [...chosen].sort().join(",") });
  };
  return (
    <Group title={texts.filters.names[name]}>
      {items.map(({ value, says }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.has(value)} onChange={() => toggle(value)} /> {says}
        </label>
      ))}
    </Group>
  );
}

function SourceChecks({ navigation }: { readonly navigation: Navigation }) {
  const answer = useAnswer(caseQuestion, { case: navigation.address.caseSlug });
  if (answer.state !== "HERE") return null;
  const items = answer.value.sources.map(({ slug, publisher, author, title, date }) => ({
    value: slug,
    says: [publisher ?? author, title, date].filter(Boolean).join(", ") || slug,
  }));
  return <Checks name="without" navigation={navigation} items={items} />;
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="checks">
      <legend>{title}</legend>
      <div>{children}</div>
    </fieldset>
  );
}
