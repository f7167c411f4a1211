import type { Statement } from "../../../../../src/questions/statement.ts";
import { traceQuestion } from "../../../../../src/questions/trace.ts";
import { fetchEdge } from "../../data/edge-statements.ts";
import type { NetworkWords } from "../../data/network-shape.ts";
import type { Navigation } from "../../navigation.ts";
import { AnswerFrame } from "../../parts/answer-frame.tsx";
import { StatementCard } from "../../parts/statement-card.tsx";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";
import { useAnswer } from "../../use-answer.ts";
import { useAsked } from "../../use-asked.ts";
import { filterVariables } from "../filter-variables.ts";
import { closePanel } from "./close-panel.ts";
import { type LoadedEdge, type LoadedNetwork, slugOf } from "./load-network.ts";
import { NodeChoice } from "./node-choice.tsx";

interface PanelProps {
  readonly navigation: Navigation;
  readonly network: LoadedNetwork;
  readonly words: NetworkWords;
}

/** What lies behind the node or edge that is open: every statement, with quote, sources and status. */
export function NetworkPanel(props: PanelProps) {
  const { navigation, network } = props;
  const { focus = "", edge: edgeKey = "" } = navigation.address.choices;
  const edge = network.edges.find(({ key }) => key === edgeKey);
  const node = network.nodes.find(({ id }) => slugOf(id) === focus);
  if (edge) return <EdgePanel {...props} edge={edge} />;
  if (node) return <NodePanel {...props} node={node} />;
  return <p class="soft small">{focus || edgeKey ? texts.network.notInNetwork : texts.network.openHint}</p>;
}

function Close({ navigation }: { readonly navigation: Navigation }) {
  return (
    <button type="button" class="no-print" onClick={() => closePanel(navigation)}>
      {texts.tools.close}
    </button>
  );
}

function NodePanel({
  navigation,
  network,
  node,
}: PanelProps & { readonly node: LoadedNetwork["nodes"][number] }) {
  const { caseSlug, choices } = navigation.address;
  const answer = useAnswer(traceQuestion, { id: node.id, ...filterVariables(choices) });
  const own = network.edges.filter(({ source, target }) => source === node.id || target === node.id);
  return (
    <section aria-label={node.name}>
      <p class="soft small">
        {texts.network.kinds[node.kind] ?? node.kind} · {texts.network.counted(node.statementCount)}
      </p>
      <h2>{node.name}</h2>
      <p class="panel-tools no-print">
        <a class="button" href={traceLink(navigation, slugOf(node.id))}>
          {texts.network.openTrace}
        </a>
        <Close navigation={navigation} />
      </p>
      <NodeChoice navigation={navigation} network={network} name="path" />
      <details>
        <summary>{texts.network.edgesOf(own.length)}</summary>
        <ul class="plain small">
          {own.map((edge) => (
            <li key={edge.key}>
              <button type="button" class="link" onClick={() => navigation.choose({ edge: edge.key })}>
                {nameEdge(network, edge)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <AnswerFrame key={caseSlug} answer={answer} navigation={navigation}>
        {({ trace }) => (
          <Statements
            statements={trace.groups.flatMap(({ statements }) => statements)}
            count={texts.network.around}
            navigation={navigation}
          />
        )}
      </AnswerFrame>
    </section>
  );
}

function EdgePanel({ navigation, network, words, edge }: PanelProps & { readonly edge: LoadedEdge }) {
  const { caseSlug } = navigation.address;
  const key = JSON.stringify([caseSlug, edge.key, words]);
  const answer = useAsked(key, () => fetchEdge(caseSlug, words, edge));
  const round = Math.round(edge.weight * 10_000) / 10_000;
  return (
    <section aria-label={nameEdge(network, edge)}>
      <h2>{nameEdge(network, edge)}</h2>
      <p class="small">
        {texts.network.weight(round, edge.positive, edge.negative)}
        <br />
        {texts.network.supportedBy(edge.publishers)}
        {edge.isReported ? null : (
          <>
            <br />
            {texts.network.unreported}
          </>
        )}
      </p>
      <p class="panel-tools no-print">
        <Close navigation={navigation} />
      </p>
      <AnswerFrame answer={answer} navigation={navigation}>
        {(statements) => (
          <Statements statements={statements} count={texts.statementCount} navigation={navigation} />
        )}
      </AnswerFrame>
    </section>
  );
}

/** Statements that a panel shows at once. */
const MOST_STATEMENTS = 60;

interface StatementsProps {
  readonly statements: readonly Statement[];
  /** Tells how many there are. */
  readonly count: (count: number) => string;
  readonly navigation: Navigation;
}

function Statements({ statements, count, navigation }: StatementsProps) {
  return (
    <>
      <p class="soft small">{count(statements.length)}</p>
      {statements.slice(0, MOST_STATEMENTS).map((statement) => (
        <StatementCard key={statement.id} statement={statement} navigation={navigation} />
      ))}
      {statements.length > MOST_STATEMENTS ? (
        <p class="soft small">{texts.network.firstStatements(MOST_STATEMENTS)}</p>
      ) : null}
    </>
  );
}

/** Reads an edge as a sentence. */
export function nameEdge(
  { nodes, isDirected }: Pick<LoadedNetwork, "nodes" | "isDirected">,
  { source, target, kind }: Pick<LoadedEdge, "source" | "target" | "kind">,
): string {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? slugOf(id);
  return isDirected
    ? `${nameOf(source)} ${texts.acts(kind)} ${nameOf(target)}`
    : `${nameOf(source)} – ${nameOf(target)}: ${texts.acts(kind)}`;
}
