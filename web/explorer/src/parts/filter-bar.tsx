import type { ComponentChildren } from "preact";
import { caseQuestion } from "../../../../src/questions/cases.ts";
import { STATUS_NAMES } from "../../../../src/questions/statement.ts";
import { LASTING_CHOICES } from "../address.ts";
import { nameSource, nameSources } from "../models/source-names.ts";
import { writtenDate } from "../models/written-date.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";

/** The filters that hold in every view: dates, statuses, sources left out, roll-up. */
export function FilterBar({ navigation }: { readonly navigation: Navigation }) {
  const { choices } = navigation.address;
  const active = LASTING_CHOICES.filter((name) => choices[name]);
  const says = useChoiceWords(navigation);
  return (
    <details class="filters">
      <summary>
        {texts.filters.title}{" "}
        <span class="soft small">
          {active.length === 0
            ? texts.filters.none
            : active
                .map((name) => `${texts.filters.names[name]}: ${says(name, choices[name] ?? "")}`)
                .join(" · ")}
        </span>
      </summary>
      <div class="filter-fields no-print">
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

/** Gives a way to write a choice as the fields below call it. */
function useChoiceWords({
  address,
}: Navigation): (name: (typeof LASTING_CHOICES)[number], choice: string) => string {
  const answer = useAnswer(caseQuestion, { case: address.caseSlug });
  const { rollUps } = texts.filters;
  return (name, choice) => {
    switch (name) {
      case "from":
      case "to":
        return writtenDate(choice);
      case "statuses":
        return choice
          .split(",")
          .map((status) => nameIn(texts.statuses, status))
          .join(", ");
      case "without":
        return nameSources(answer.state === "HERE" ? answer.value.sources : [], choice).join("; ");
      case "rollUp":
        return nameIn(rollUps, choice);
    }
  };
}

function nameIn(names: Readonly<Record<string, string>>, word: string): string {
  return names[word] ?? word;
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
  const items = answer.value.sources.map((source) => ({ value: source.slug, says: nameSource(source) }));
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
