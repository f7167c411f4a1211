import { useState } from "preact/hooks";
import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";
import { type LoadedNetwork, slugOf } from "./load-network.ts";

interface NodeChoiceProps {
  readonly navigation: Navigation;
  readonly network: LoadedNetwork;
  /** The choice that takes the slug of the node. */
  readonly name: "focus" | "path";
}

const MOST_HINTS = 40;

/** Finds a node of the network by its name, also one that is not drawn. */
export function NodeChoice({ navigation, network, name }: NodeChoiceProps) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found =
    wanted === ""
      ? []
      : network.nodes
          .filter((node) => [node.name, ...node.aliases].some((one) => one.toLowerCase().includes(wanted)))
          .slice(0, MOST_HINTS);
  const take = (value: string) => {
    setText(value);
    const node = network.nodes.find((one) => one.name === value);
    if (!node) return;
    setText("");
    navigation.choose(
      name === "focus" ? { focus: slugOf(node.id), edge: "", path: "" } : { path: slugOf(node.id) },
    );
  };
  return (
    <label class="field no-print">
      {texts.network.find[name]}
      <input
        type="search"
        list={`nodes-${name}`}
        autoComplete="off"
        value={text}
        onInput={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && found[0]) take(found[0].name);
        }}
      />
      <datalist id={`nodes-${name}`}>
        {found.map(({ id, name: says }) => (
          <option key={id} value={says} />
        ))}
      </datalist>
    </label>
  );
}
