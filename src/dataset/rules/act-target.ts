import { ACTS_ON_BINDING_PROPOSALS, findAct } from "../../domain/acts.ts";
import type { RecordOf } from "../../domain/tables.ts";
import { type ProposalKind, TARGET_KINDS } from "../../domain/vocabulary.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Rule } from "../rule.ts";
import type { Definition } from "../slug-index.ts";
import { joinWords, withArticle } from "../words.ts";

/** Finds acts that do not fit what they are about; imported event data may aim any act at an actor. */
export const actTarget: Rule = {
  name: "act-target",
  severity: "error",
  says: "An act fits the kind of its target; VIOLATED and FULFILLED want a commitment or an agreement.",
  start: (context) => {
    const proposalKinds = new Map<string, ProposalKind>();
    return {
      rows: {
        proposals: {
          needs: ["slug", "kind"],
          check: ({ record }) => void proposalKinds.set(record.slug, record.kind),
        },
        statements: {
          needs: ["act", "target"],
          check: (row) => {
            const { act, target } = row.record;
            const place = placeOf(row, "target");
            context.whenKnown(target, TARGET_KINDS, (definition) => {
              const fault = definition && explain({ act, target }, definition, { context, proposalKinds });
              if (fault) context.report(place, fault);
            });
          },
        },
      },
    };
  },
};

function explain(
  { act, target }: Pick<RecordOf<"statements">, "act" | "target">,
  { kind }: Definition,
  known: { context: CheckContext; proposalKinds: ReadonlyMap<string, ProposalKind> },
): string | null {
  const { targets } = findAct(act);
  const targetKind = TARGET_KINDS.find((candidate) => candidate === kind);
  if (!targetKind) return null;
  if (targetKind === "Actor" && known.context.settings.origin === "IMPORTED") return null;
  if (!targets.includes(targetKind)) {
    const fitting = joinWords(targets.map(withArticle), "or");
    return `${act} cannot be about ${withArticle(kind)} ("${target}"): choose another act, or ${fitting} as target.`;
  }
  const proposalKind = known.proposalKinds.get(target);
  if (!proposalKind || !ACTS_ON_BINDING_PROPOSALS.includes(act)) return null;
  if (proposalKind === "COMMITMENT" || proposalKind === "AGREEMENT") return null;
  return `${act} wants a commitment or an agreement, but "${target}" is of kind ${proposalKind}: correct its kind, or the act.`;
}
