import type { Depth, SaidQuantity } from "../statement.ts";
import type { NumberKind } from "../topic.ts";
import type { BoardArrow, BoardBox, BoxKind } from "./board.ts";

/** What a kind of box speaks about, and which numbers on it count for that topic. */
interface KindTopic {
  readonly topic: string;
  readonly numbers: readonly NumberKind[];
}

const all: readonly NumberKind[] = ["duration", "rate", "count", "share", "money", "bytes", "multiple", "plain"];
const any = (topic: string): KindTopic => ({ topic, numbers: all });

/** Kind of a box → topics: the one place where the two are held together. */
export const topicsOfKinds: Readonly<Record<BoxKind, readonly KindTopic[]>> = {
  user: [],
  gateway: [],
  service: [],
  features: [any("feature-store")],
  retrieval: [any("retrieval-and-ranking")],
  ranker: [any("retrieval-and-ranking")],
  model: [],
  rules: [],
  cache: [any("caching")],
  store: [],
  source: [any("data-sources")],
  stream: [any("data-pipeline")],
  "batch job": [any("data-pipeline")],
  training: [any("training-pipeline")],
  registry: [any("model-registry")],
  queue: [],
  human: [any("human-review")],
  monitor: [any("performance-monitoring")],
  note: [],
};

/** Numbers that speak by themselves, on whatever box. */
const byRole: readonly (readonly [RegExp, string])[] = [
  [/^(p50|p9\d|median)/i, "latency-budget"],
  [/^[x×]\s?\d|replica|cop(y|ies)|pods?|instances?|nodes?|machines?|servers?$/i, "capacity"],
  [/^canary/i, "rollout"],
];

/** Words of a name or a bullet that say more than the kind. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [/\bdrift|\bpsi\b/i, "drift"],
  [/alert|page[sr]?\b/i, "alerting"],
  [/canary|shadow/i, "rollout"],
  [/roll ?back/i, "rollback"],
  [/faiss|\bann\b|hnsw|vector index/i, "index-serving"],
];

/** Bullets of a note: what is asked for, and how it is judged. */
const byBullet: readonly (readonly [RegExp, string])[] = [
  [/\b(users?|items?|products?|qps|rps|requests?)\b|\/s\b/i, "scale"],
  [/\bp9\d|latency|\d\s?ms\b/i, "latency-requirement"],
  [/\bctr\b|conversion|retention|revenue|complaint|watch time/i, "online-metrics"],
  [/ndcg|recall|precision|\bauc\b|log ?loss|\bmrr\b|\bf1\b/i, "offline-metrics"],
  [/guardrail/i, "guardrails"],
  [/gdpr|privacy|erasure|consent/i, "privacy-and-compliance"],
  [/budget|\$/i, "cost-limit"],
  [/uptime|availab|99\.\d/i, "availability"],
  [/a\/b\b|experiment/i, "ab-test"],
  [/fairness/i, "fairness"],
];

interface BoxTopic {
  readonly topic: string;
  readonly numbers: readonly SaidQuantity[];
  readonly depth?: readonly Depth[];
}

/** Topics of a box, once each. */
export function boxTopics(box: BoardBox, numbers: readonly SaidQuantity[]): BoxTopic[] {
  if (box.kind === "note") return [];
  const load = box.kind === "gateway" || box.kind === "user" ? numbers.filter(({ kind }) => kind === "rate") : [];
  return unique([
    ...topicsOfKinds[box.kind].map(({ topic, numbers: kinds }) => ({
      topic,
      numbers: numbers.filter(({ kind }) => kinds.includes(kind)),
    })),
    ...byWords.filter(([words]) => words.test(box.name)).map(([, topic]) => ({ topic, numbers })),
    ...byRole.flatMap(([words, topic]) => {
      const own = numbers.filter(({ text }) => words.test(text));
      return own.length > 0 ? [{ topic, numbers: own }] : [];
    }),
    ...(load.length > 0 ? [{ topic: "scale", numbers: load }] : []),
  ]);
}

const unique = (topics: readonly BoxTopic[]): BoxTopic[] =>
  [...new Map(topics.toReversed().map((one) => [one.topic, one])).values()].toReversed();

/** Topics of a bullet. */
export function lineTopics(box: BoardBox, line: string, numbers: readonly SaidQuantity[]): string[] {
  const table = box.kind === "note" ? [...byBullet, ...byWords] : byWords;
  const found = new Set(table.filter(([words]) => words.test(line)).map(([, topic]) => topic));
  if (box.kind === "note" && numbers.some(({ kind }) => kind === "rate")) found.add("scale");
  return [...found];
}

/** Topics of which an arrow is the mechanism. */
export function arrowTopics({ kind }: BoardArrow, from: BoardBox, to: BoardBox): string[] {
  if (kind === "fallback") return ["fallback"];
  const intoTraining = to.kind === "training";
  if (kind === "feedback") {
    const retrains = intoTraining && from.kind === "monitor" ? ["retraining"] : [];
    return intoTraining || to.kind === "stream" || to.kind === "source" ? ["feedback-loop", ...retrains] : retrains;
  }
  if (from.kind === "retrieval" && to.kind === "ranker") return ["retrieval-and-ranking"];
  if (from.kind === "registry" && kind === "data") return ["model-registry"];
  return from.kind === "user" && (to.kind === "stream" || to.kind === "source") ? ["feedback-loop"] : [];
}
