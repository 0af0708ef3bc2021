import type { Design } from "../design/design.ts";
import type { System } from "../design/schema/design.ts";
import type { Where } from "./rule.ts";
import type { View } from "./view.ts";

/** Systems whose answer is a list that people see from the top. */
export const listSystems: readonly System[] = ["recommendation", "feed", "search", "ads"];
/** Systems that let through, hold or stop a case, so that the outcome of what was stopped is never seen. */
export const caseSystems: readonly System[] = ["fraud", "moderation", "spam"];
/** Systems that somebody gains from deceiving. */
export const contestedSystems: readonly System[] = [...caseSystems, "ads", "bidding"];
/** Systems that act on people one by one, at a price to those who are judged wrongly. */
export const judgingSystems: readonly System[] = [...caseSystems, "pricing", "ads", "perception"];

/** A model is written down, not put off. */
export const hasModel = (view: View): boolean => view.state("model") === "settled";

const byHand: ReadonlySet<string> = new Set(["rules", "kalman"]);
const deep: ReadonlySet<string> = new Set([
  "dnn",
  "deep-cross",
  "two-tower",
  "cnn",
  "gnn",
  "transformer",
  "cross-encoder",
  "multi-task",
  "llm",
]);
const learnedRetrievers: ReadonlySet<string> = new Set(["als", "item-item", "two-tower", "embedding", "graph"]);

/** A component of a model that makes or orders answers, and where it stands. */
export interface Component {
  readonly kind: string;
  readonly at: Where;
  /** Bought, or made from a model that others trained, as every language model is. */
  readonly pretrained: boolean;
}

export function components({ model }: Design): Component[] {
  const { rank, parts = [], retrieve = [] } = model ?? {};
  return [
    ...(rank ? [{ kind: rank.kind, at: ["model", "rank", "kind"], pretrained: rank.kind === "llm" }] : []),
    ...parts.map(({ kind, from }, i) => ({
      kind,
      at: ["model", "parts", i, "kind"],
      pretrained: from !== undefined || kind === "llm",
    })),
    ...retrieve.map(({ kind }, i) => ({
      kind,
      at: ["model", "retrieve", i, "kind"],
      pretrained: kind === "embedding",
    })),
  ];
}

/** Something in it is learned, by this team or by those it was bought from. */
export const learns = (design: Design): boolean => (design.model?.level ?? 1) > 1 || components(design).some(isLearned);

/** Something in it is learned here, from labels of its own. */
export const trainsItself = (design: Design): boolean =>
  components(design).some((one) => isLearned(one) && !one.pretrained);

const isLearned = ({ kind, at }: Component): boolean =>
  at[1] === "retrieve" ? learnedRetrievers.has(kind) : !byHand.has(kind);

/** The first deep network or language model. */
export const deepComponent = (design: Design): Component | undefined =>
  components(design).find(({ kind }) => deep.has(kind));

/** Names of offline metrics, as written before any cut-off. */
export const offlineNames = ({ metrics }: Design): string[] =>
  (metrics?.offline ?? []).map(({ metric }) => metric.name);

/** Labels whose positive outcomes, or whose negatives, are a smaller share than that. */
export function rareLabels({ data }: Design, below: number): { name: string; text: string; i: number }[] {
  return (data?.labels ?? []).flatMap(({ name, balance }, i) =>
    balance && Math.min(balance.share, 1 - balance.share) < below ? [{ name, text: balance.text, i }] : [],
  );
}

/** Where the first column stands that identifies or describes a person. */
export function personalAt({ data }: Design): Where | undefined {
  const i = (data?.sources ?? []).findIndex(({ personal }) => personal?.length);
  return i < 0 ? undefined : ["data", "sources", i, "personal"];
}

/** How labels differ from the truth, for labels and for the data as a whole, in the words of the document. */
export function biasKinds({ data }: Design): { kind: string; handled: boolean }[] {
  const all = [...(data?.labels ?? []).flatMap(({ bias }) => bias ?? []), ...(data?.biases ?? [])];
  return all.map((one) =>
    typeof one === "string" ? { kind: one, handled: false } : { kind: one.kind, handled: true },
  );
}

/** Chance has a part in what people see, so that what the model would not choose is seen too. */
export const explores = (view: View): boolean =>
  view.decided("model.explore") || (view.design.model?.rerank ?? []).some(({ kind }) => kind === "explore");
