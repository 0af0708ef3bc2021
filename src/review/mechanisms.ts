import type { Design } from "../design/design.ts";
import type { RuleStage, Where } from "./rule.ts";
import type { View } from "./view.ts";

/** A mechanism that makes a design better, and how it is recognised: by its parts, all of them. */
export interface Mechanism {
  readonly id: string;
  readonly stage: RuleStage;
  /** @returns what is there, with its numbers, and where; `undefined` where a part is missing */
  readonly find: (view: View) => { readonly says: string; readonly at: Where } | undefined;
}

type Look = (design: Design, view: View) => { says: string; at: Where } | undefined | false | "" | 0;

const mechanism = (id: string, stage: RuleStage, look: Look): Mechanism => ({
  id,
  stage,
  find: (view) => look(view.design, view) || undefined,
});

const indexOf = <Item>(items: readonly Item[] | undefined, fits: (item: Item) => unknown): number =>
  (items ?? []).findIndex((item) => Boolean(fits(item)));

/** The first item of a list that fits, told with its place. */
function first<Item>(
  items: readonly Item[] | undefined,
  list: readonly string[],
  fits: (item: Item) => unknown,
  says: (item: Item) => string,
): { says: string; at: Where } | undefined {
  const i = indexOf(items, fits);
  return i < 0 ? undefined : { says: says(items![i]!), at: [...list, i] };
}

const pricedErrors = mechanism("priced-errors", "requirements", ({ requirements }) => {
  const costs = requirements?.costOfErrors;
  if (typeof costs !== "object" || typeof costs.falsePositive !== "object" || typeof costs.falseNegative !== "object")
    return undefined;
  const says = `Both kinds of error have a price (${costs.falsePositive.text}, ${costs.falseNegative.text}), so thresholds can be worked out.`;
  return { says, at: "requirements.costOfErrors" };
});

const decisive = mechanism("decisive-metric", "metrics", ({ metrics }) =>
  first(
    metrics?.online,
    ["metrics", "online"],
    (one) => one.primary && one.baseline && one.detect,
    (one) =>
      `One metric decides, ${one.metric}, with its value today and the change that must be seen (${one.detect!.text}).`,
  ),
);

const beaten = mechanism(
  "beaten-baseline",
  "metrics",
  ({ metrics, model }) =>
    model?.baseline &&
    first(
      metrics?.offline,
      ["metrics", "offline"],
      (one) => one.beats && one.by,
      (one) => `${one.metric.text} must beat ${one.beats} by ${one.by!.text} on the same later data.`,
    ),
);

const fairGap = mechanism("fairness-gate", "metrics", ({ metrics }) => {
  const fairness = metrics?.fairness;
  if (typeof fairness !== "object" || !fairness.gap || !fairness.action) return undefined;
  return {
    says: `A gap of ${fairness.gap.text} between groups has a consequence: ${fairness.action}.`,
    at: "metrics.fairness",
  };
});

const knownAt = mechanism("known-at", "data", ({ data }) =>
  first(
    data?.sources,
    ["data", "sources"],
    (one) => one.time && one.known,
    (one) =>
      `${one.name} says when an event happened and when it was known (${one.known!.text}): features cannot see ahead.`,
  ),
);

const splitGap = mechanism("split-gap", "data", ({ data }) => {
  const gap = data?.split?.gap;
  const delay = Math.max(0, ...(data?.labels ?? []).map((label) => label.delay?.seconds ?? 0));
  if (data?.split?.by !== "time" || !gap || gap.seconds < delay || delay === 0) return undefined;
  return {
    says: `The split leaves ${gap.text} between training and test, as long as labels take to arrive.`,
    at: "data.split.gap",
  };
});

const handledBias = mechanism("handled-bias", "data", ({ data }) => {
  const i = indexOf(data?.labels, (one) => one.bias?.some((bias) => typeof bias === "object"));
  const bias = data?.labels?.[i]?.bias?.find((one) => typeof one === "object");
  return bias && { says: `The ${bias.kind} of labels is handled: ${bias.handled}.`, at: ["data", "labels", i, "bias"] };
});

const erasure = mechanism("erasure", "data", ({ data }) => {
  const { within, reaches, how } = data?.erasure ?? {};
  if (!within || !how || !reaches?.length) return undefined;
  return {
    says: `A person is gone within ${within.text} from ${reaches.join(", ")}, and it says how.`,
    at: "data.erasure",
  };
});

const checked = mechanism("checked-sources", "data", ({ data }) => {
  const sources = data?.sources ?? [];
  if (sources.length < 2 || !sources.every(({ checks }) => checks?.length)) return undefined;
  const all = sources.reduce((sum, { checks }) => sum + checks!.length, 0);
  return {
    says: `Every one of ${sources.length} sources is checked, by ${all} conditions in all.`,
    at: "data.sources",
  };
});

const oneDefinition = mechanism("one-definition", "features", ({ features }) => {
  const defined = (features ?? []).filter((one) => one.is && one.freshness);
  if (defined.length < 3) return undefined;
  const says = `${defined.length} features have one definition for training and serving, and a bound on their age.`;
  return { says, at: "features" };
});

const thresholds = mechanism("priced-thresholds", "model", ({ model }) => {
  const { actions, chosenBy } = model?.decide ?? {};
  if (!chosenBy || (actions?.length ?? 0) < 2) return undefined;
  return {
    says: `${actions!.length} actions hang on the score, and their bounds are chosen by ${chosenBy}.`,
    at: "model.decide",
  };
});

const explored = mechanism("bounded-exploration", "model", ({ model }) => {
  const { policy, share, within } = model?.explore ?? {};
  if (!policy || !share || !within) return undefined;
  return { says: `${share.text} of decisions are left to chance (${policy}), within ${within}.`, at: "model.explore" };
});

const offPolicy = mechanism("off-policy-gate", "model", ({ model }) => {
  const { estimators, gate, minimumSample } = model?.offPolicy ?? {};
  if (!gate || !minimumSample || (estimators?.length ?? 0) < 2) return undefined;
  const says = `A policy is judged on logged decisions by ${estimators!.join(" and ")}, and refused below a sample of ${minimumSample.text}.`;
  return { says, at: "model.offPolicy" };
});

const budgets = mechanism("budgeted-path", "serving", ({ serving }) => {
  const path = serving?.path ?? [];
  if (path.length < 2 || !path.every(({ p99 }) => p99)) return undefined;
  const failing = path.filter(({ onFailure }) => onFailure).length;
  return {
    says: `Each of ${path.length} steps has a budget${failing > 0 ? `, and ${failing} say what happens when they fail` : ""}.`,
    at: "serving.path",
  };
});

const fallbackChain = mechanism("fallback-chain", "serving", ({ serving }) => {
  const chain = serving?.fallback ?? [];
  if (chain.length === 0 || !serving?.deadline) return undefined;
  const names = chain.map((one) => (typeof one === "string" ? one : one.other));
  return {
    says: `After ${serving.deadline.text} an answer comes from ${names.join(", then ")}.`,
    at: "serving.fallback",
  };
});

const rollback = mechanism("automatic-rollback", "serving", ({ serving }) => {
  const { rollBack, rollBackWithin, signal, canary } = serving?.rollout ?? {};
  if (rollBack !== "automatic" || !rollBackWithin || !signal || !canary?.length) return undefined;
  const says = `A bad release is taken back by itself within ${rollBackWithin.text}, after steps of ${canary.map(({ text }) => text).join(", ")}.`;
  return { says, at: "serving.rollout" };
});

const queue = mechanism("staffed-review", "serving", ({ serving }) => {
  const { inflow, reviewers, perCase, answerWithin, appeal } = serving?.review ?? {};
  if (!inflow || !reviewers || !perCase || !answerWithin || !appeal) return undefined;
  const says = `The review queue has an inflow (${inflow.text}), people (${reviewers}), a time (${answerWithin.text}) and an appeal.`;
  return { says, at: "serving.review" };
});

const answered = mechanism("answered-alarms", "monitoring", (_, { graph }) => {
  const alarms = graph.of("alarm");
  if (alarms.length < 2 || !alarms.every((one) => graph.next(one, "owner").length && graph.next(one, "action").length))
    return undefined;
  return { says: `Each of ${alarms.length} alarms has an owner and a first action.`, at: "monitoring.alarms" };
});

const gates = mechanism("gated-retraining", "monitoring", ({ monitoring }) => {
  const retrain = monitoring?.retrain ?? [];
  if (retrain.length === 0 || !retrain.every(({ gate }) => gate)) return undefined;
  return {
    says: "A retrained model must pass a gate before it goes live, whatever started the training.",
    at: "monitoring.retrain",
  };
});

const early = mechanism("early-signal", "monitoring", ({ monitoring }) => {
  const decay = monitoring?.decay;
  if (!decay?.before) return undefined;
  return { says: `Until labels arrive, ${decay.before} stand in for ${decay.metric.text}.`, at: "monitoring.decay" };
});

const powered = mechanism("sized-experiment", "monitoring", ({ monitoring }) => {
  const { power, significance, lasts, looks, unit } = monitoring?.experiment ?? {};
  if (!power || !significance || !lasts || looks !== 1) return undefined;
  return {
    says: `The experiment is fixed beforehand: per ${unit}, ${lasts.text}, power ${power.text}, one look.`,
    at: "monitoring.experiment",
  };
});

const mitigated = mechanism("watched-risks", "requirements", ({ risks }) => {
  if ((risks?.length ?? 0) < 2 || !risks!.every((one) => one.mitigation && one.signal && one.owner)) return undefined;
  return { says: `Each of ${risks!.length} risks has a mitigation, a signal and an owner.`, at: "risks" };
});

const revisited = mechanism("revisited-decision", "model", ({ model }) =>
  first(
    model?.decisions,
    ["model", "decisions"],
    (one) => one.over && one.because && one.revisit,
    (one) => `A choice names what it was chosen over and when it is looked at again: ${one.revisit}.`,
  ),
);

/** In the order of a report. */
export const mechanisms: readonly Mechanism[] = [
  pricedErrors,
  mitigated,
  decisive,
  beaten,
  fairGap,
  knownAt,
  splitGap,
  handledBias,
  erasure,
  checked,
  oneDefinition,
  thresholds,
  explored,
  offPolicy,
  revisited,
  budgets,
  fallbackChain,
  rollback,
  queue,
  answered,
  gates,
  early,
  powered,
];
