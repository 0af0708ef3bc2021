import { durationText } from "../../kit/quantity.ts";
import type { Sized, SizedComponent } from "../../sizing/sized/index.ts";
import type { GraphBadge } from "../graph.ts";
import type { NamedFact, SizedFact, SizedFacts } from "./facts.ts";
import { hostFacts } from "./host-facts.ts";
import { busyBadge, requestBadge, stepBadge } from "./sized-badges.ts";
import { atPeak, badged, costOrSize, costText, inMemory, roundUsd } from "./sized-words.ts";
import { bytesText } from "./words.ts";

/**
 * What a design's numbers say about the cards of its pictures, at the stated peak: the percentiles of steps and of the
 * whole request, what is beyond its budget or nearly full, what machines cost and how much stores hold.
 */
export function sizedFacts(sized: Sized): SizedFacts {
  const facts = [
    ...sized.components.flatMap((component) => factOf(component)),
    ...requestFacts(sized),
    ...storeFacts(sized),
    ...hostFacts(sized),
    ...moneyFacts(sized),
  ];
  return new Map(facts);
}

/** Steps, people and models: those components whose id is that of a card. */
function factOf(component: SizedComponent): NamedFact[] {
  if (component.kind === "step") return [[component.id, stepFact(component)]];
  if (component.kind === "review queue") return [["review", busyFact(component)]];
  if (component.kind === "language model") return [[component.id, { adds: costOrSize(component) }]];
  if (component.kind === "training job") return [["trainer", { adds: costText(component.costUsdPerMonth?.value) }]];
  return [];
}

function stepFact(step: SizedComponent): SizedFact {
  const { responseSeconds, utilisation } = atPeak(step) ?? {};
  const badge = stepBadge({
    busy: utilisation,
    p99Seconds: responseSeconds?.p99,
    budgetSeconds: step.budgetSeconds?.value,
  });
  return {
    ...(responseSeconds && {
      detail: `p99 ${durationText(responseSeconds.p99)}`,
      p50Millis: responseSeconds.p50 * 1000,
      p99Millis: responseSeconds.p99 * 1000,
    }),
    ...(badge && { badge }),
  };
}

function busyFact(component: SizedComponent): SizedFact {
  const busy = component.utilisation?.value;
  return { ...badged(busyBadge(busy)), ...(busy !== undefined && { adds: `${Math.round(busy * 100)}% busy` }) };
}

/** The whole request, whoever asks for it, and the path where it is one card. */
function requestFacts({ loads, target }: Sized): NamedFact[] {
  const found = loads.find(({ at, times }) => at === "peak" && times === 1);
  if (!found) return [];
  const { responseSeconds } = found;
  const whole = responseSeconds && { p50Millis: responseSeconds.p50 * 1000, p99Millis: responseSeconds.p99 * 1000 };
  const badge = requestBadge(responseSeconds, target);
  return [
    ["request", { ...whole, ...badged(badge) }],
    ["client", badged(badge)],
    ["path", badged(badge)],
  ];
}

/** Sums over the sources, features and indexes that one card stands for. */
function storeFacts({ components }: Sized): NamedFact[] {
  const sum = (kind: SizedComponent["kind"], prefix: string, of: "memoryBytes" | "storageBytes"): number =>
    components
      .filter((one) => one.kind === kind && one.id.startsWith(prefix))
      .reduce((total, one) => total + (one[of]?.value ?? 0), 0);
  const [features, vectors] = [sum("feature store", "store:", "memoryBytes"), sum("index", "index:", "memoryBytes")];
  const stored = sum("storage", "storage:", "storageBytes");
  return [
    ...(features > 0 ? [["feature-store", { adds: inMemory(features) }] as const] : []),
    ...(vectors > 0 ? [["index", { adds: inMemory(vectors) }] as const] : []),
    ...(stored > 0 ? [["lake", { detail: `${bytesText(stored)} stored` }] as const] : []),
  ];
}

/** The whole cost beside the budget, and what labels cost beside those who make them. */
function moneyFacts({ costUsdPerMonth: cost, budgetUsdPerMonth: budget, components }: Sized): NamedFact[] {
  const labels = components
    .filter(({ kind }) => kind === "labels")
    .reduce((sum, one) => sum + (one.costUsdPerMonth?.value ?? 0), 0);
  const over: GraphBadge | undefined =
    budget && cost.value > budget.value ? { text: "over budget", tone: "over-budget" } : undefined;
  return [
    ...(cost.value > 0 ? [["budget", { adds: `costs ${roundUsd(cost.value)}`, ...badged(over) }] as const] : []),
    ...(labels > 0 ? [["annotators", { adds: costText(labels) }] as const] : []),
  ];
}
