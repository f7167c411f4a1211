import { isSigned } from "../../data/network-words.ts";
import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";

interface NetworkControlsProps {
  readonly navigation: Navigation;
  readonly network: string;
}

/** Chooses which network is shown and how its weights are counted. */
export function NetworkControls({ navigation, network }: NetworkControlsProps) {
  const isTwoMode = network === "two-mode";
  return (
    <div class="controls no-print">
      <Choice
        navigation={navigation}
        name="network"
        words={texts.network.networks}
        clears={COUNTING_CHOICES}
      />
      {isSigned(network) ? (
        <>
          <Choice
            navigation={navigation}
            name="aggregation"
            words={isTwoMode ? texts.network.twoModeAggregations : texts.network.aggregations}
          />
          <Choice
            navigation={navigation}
            name="normalization"
            words={isTwoMode ? texts.network.twoModeNormalizations : texts.network.normalizations}
          />
          <Choice navigation={navigation} name="on" words={texts.network.levels} />
        </>
      ) : null}
    </div>
  );
}

/** Choices whose meaning changes with the network. */
const COUNTING_CHOICES = {
  aggregation: "",
  normalization: "",
  minWeight: "",
  hide: "",
  edge: "",
  focus: "",
  path: "",
};

interface ChoiceProps {
  readonly navigation: Navigation;
  readonly name: "network" | "aggregation" | "normalization" | "on";
  /** What each value is called; the first is the default and stays out of the address. */
  readonly words: Readonly<Record<string, string>>;
  readonly clears?: Readonly<Record<string, string>>;
}

function Choice({ navigation, name, words, clears = { minWeight: "", edge: "" } }: ChoiceProps) {
  const [standard = ""] = Object.keys(words);
  const choose = (value: string) => navigation.choose({ ...clears, [name]: value === standard ? "" : value });
  return (
    <label class="field">
      {texts.network.choices[name]}
      <select
        value={navigation.address.choices[name] ?? standard}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {Object.entries(words).map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}
