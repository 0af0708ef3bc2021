import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import { isProposal, type NotYet, type PlainValue, type Proposal } from "../advice.ts";
import { facts } from "../facts.ts";
import { positiveShare } from "../figures/labels.ts";
import { formulation, givesLists } from "../figures/shape.ts";
import { pace } from "../figures/stakes.ts";
import levelSubject, { climbWhen, levelNames, recommendedLevel } from "../subjects/model-level.ts";
import retrainingSubject, { cadenceOf } from "../subjects/retraining.ts";
import { leastEffectiveRows } from "../subjects/off-policy.ts";
import { count, duration, share } from "../units.ts";
import { field, value, type FieldValue } from "./field.ts";

const baselines: Partial<Record<System, string>> = {
  recommendation: "popularity",
  feed: "most-recent",
  search: "bm25",
  fraud: "rules",
  moderation: "keyword-rules",
  spam: "naive-bayes",
  ads: "logistic",
  bidding: "fixed-bid",
  rag: "bm25",
  pricing: "fixed-price",
  perception: "constant-velocity",
  platform: "current-system",
};
/** Ten times the pace of change would drown the new in the old; four times keeps a quarter of the rows new. */
const historyPerChange = 4;
const histories = [7, 14, 30, 60, 90, 180, 365].map((days) => days * 86_400);
/** A random search of 60 trials is within the best 5% with 95% confidence: 1 − 0.95^60 (Bergstra and Bengio 2012). */
const trials = 60;

/** What a subject recommends for one field, with its reasons, whether or not something stands there already. */
const taken = (written: PlainValue | undefined, answer: Proposal | NotYet): FieldValue | undefined =>
  written !== undefined && isProposal(answer)
    ? value(
        written,
        answer.reasons.map((reason) => reason.because).join("; "),
        answer.consequence,
        ...answer.reasons.map((reason) => reason.facts),
      )
    : undefined;

/** 5 where text has to be written. */
const levelOf = (design: Design): number | undefined =>
  formulation(design)?.task === "generation" ? 5 : recommendedLevel(design)?.level;

function objectiveOf(design: Design): { loss: string; why: string } | undefined {
  const kind = design.model?.rank?.kind;
  if (!kind || kind === "rules" || kind === "kalman") return undefined;
  const task = formulation(design)?.task;
  if (givesLists(design))
    return kind === "gbdt"
      ? { loss: "lambdarank", why: "order at the top of a list is what counts" }
      : { loss: "pairwise", why: "order is what counts" };
  if (task === "classification")
    return { loss: "binary", why: "the score must be a probability, so that costs can be held against it" };
  return task === "regression" || task === "forecasting"
    ? { loss: "regression", why: "a number is predicted" }
    : undefined;
}

export default [
  field("model.level", (design) => taken(levelOf(design), levelSubject.propose(design))),
  field("model.climbWhen", (design) => {
    const level = levelOf(design);
    return taken(level && climbWhen(design, level), levelSubject.propose(design));
  }),
  field("model.formulation", (design) => {
    const found = design.model?.formulation ? undefined : formulation(design);
    return found && value(found.task, `usual for ${design.system}`, "Metrics and losses follow from it.", found.facts);
  }),
  field("model.baseline.kind", (design) => {
    const kind = design.system && baselines[design.system];
    return kind === undefined
      ? undefined
      : value(
          kind,
          `for ${design.system} it is the simplest thing that works, and it needs no training`,
          "It is the first release, the bar and the fallback.",
          facts(design, "system"),
        );
  }),
  field("model.baseline.over", (design) => {
    const kind = design.model?.baseline?.kind;
    if (kind !== "popularity" && kind !== "mean") return undefined;
    const changes = pace(design);
    const days = changes && changes.value <= 86_400 ? 7 : 30;
    return value(
      `${days}d`,
      changes ? `the pattern changes ${changes.how}` : "a month holds every weekday four times",
      "A longer window is steadier and staler.",
      facts(design, "model.baseline.kind"),
      changes?.facts ?? [],
    );
  }),
  field("model.rank.objective", (design) => {
    const found = objectiveOf(design);
    return (
      found &&
      value(
        found.loss,
        found.why,
        "Training lowers it; the offline metric still decides.",
        facts(design, "model.rank.kind", "system"),
      )
    );
  }),
  field("model.rank.trees", (design) =>
    design.model?.rank?.kind === "gbdt"
      ? value(
          200,
          "with a step of 0.1 most of the gain is there by then; stop early on validation",
          "Time per row grows with it.",
          facts(design, "model.rank.kind"),
        )
      : undefined,
  ),
  field("model.rank.leaves", (design) => {
    if (design.model?.rank?.kind !== "gbdt") return undefined;
    const level = recommendedLevel(design);
    return value(
      31,
      `five splits deep, so up to five inputs act together${level ? `; the data carries level ${level.level}, ${levelNames[level.level]}` : ""}`,
      "More leaves need more rows each.",
      facts(design, "model.rank.kind"),
    );
  }),
  field("model.train.every", (design) => taken(cadenceOf(design), retrainingSubject.propose(design))),
  field("model.train.on", (design) => {
    const changes = pace(design);
    if (!changes) return undefined;
    const history = histories.find((step) => step >= changes.value * historyPerChange) ?? histories.at(-1)!;
    return value(
      duration(history),
      `the pattern changes ${changes.how}: ${historyPerChange} such spans keep a quarter of the rows new`,
      "Longer is steadier, shorter is newer; try both on the same split.",
      changes.facts,
    );
  }),
  field("model.train.imbalance", (design) => {
    const positive = positiveShare(design);
    if (!positive || positive.value >= 0.05) return undefined;
    return value(
      `keep every positive and one negative in ${count(Math.max(2, Math.round((1 - positive.value) / positive.value / 20)))}, and correct the scores by that rate`,
      `${share(positive.value)} are positive; about twenty negatives for each positive lose little and train much sooner`,
      "Without the correction scores are no probabilities.",
      positive.facts,
    );
  }),
  field("model.train.tracked", (design) =>
    design.model?.rank || design.model?.parts
      ? value(
          "seed, data snapshot, code version, parameters, metrics",
          "a model that cannot be made again cannot be explained",
          "Each run is one row of a table.",
          facts(design, "model.rank.kind", "model.parts"),
        )
      : undefined,
  ),
  field("model.tuning.method", (design) =>
    design.model?.rank && design.model.rank.kind !== "rules"
      ? value(
          "random",
          "few settings matter, and nobody knows which: chance tries more values of those than a grid does",
          "Search on validation data, never on the test.",
          facts(design, "model.rank.kind"),
        )
      : undefined,
  ),
  field("model.tuning.trials", (design) =>
    design.model?.tuning?.method === "random"
      ? value(
          trials,
          "1 − 0.95^60 = 95%: so surely is one of them among the best 5%",
          "It multiplies the time of training.",
          facts(design, "model.tuning.method"),
        )
      : undefined,
  ),
  field("model.tuning.metric", (design) => {
    const metric = design.metrics?.offline?.[0]?.metric;
    return (
      metric &&
      value(
        metric.text,
        "settings are chosen by what decides before release",
        "It is measured on validation data.",
        facts(design, "metrics.offline[0].metric"),
      )
    );
  }),
  field("model.calibration", (design) => {
    const task = formulation(design);
    return task?.task === "classification" && !givesLists(design)
      ? value(
          "isotonic regression on the newest validation part; expected calibration error below 2 points",
          "thresholds and bids are products of a probability and a cost",
          "It is fitted again at each training.",
          task.facts,
        )
      : undefined;
  }),
  field("model.offPolicy.minimumSample", (design) =>
    design.model?.offPolicy
      ? value(
          leastEffectiveRows,
          "a share of a thousand has a standard error of at most 1.6 points: √(0.25 / 1000)",
          "Below it the estimate is refused.",
          facts(design, "model.offPolicy.estimators"),
        )
      : undefined,
  ),
  field("model.retrieve[*].take", (design, i) => {
    const { retrieve = [] } = design.model ?? {};
    const recall = design.metrics?.offline?.findIndex(({ of, metric }) => of === "candidates" && metric?.cutoff) ?? -1;
    const cutoff = recall < 0 ? undefined : design.metrics!.offline![recall]!.metric!.cutoff;
    if (!retrieve[i] || !cutoff) return undefined;
    return value(
      Math.max(1, Math.round(cutoff / retrieve.length)),
      `${cutoff} candidates are judged, shared by ${retrieve.length} retrievers`,
      "Recall of the candidates is the ceiling of the ranker.",
      facts(design, `metrics.offline[${recall}].metric`, `model.retrieve[${i}].kind`),
    );
  }),
  field("model.retrieve[*].index", (design, i) => {
    const kind = design.model?.retrieve?.[i]?.kind;
    const items = design.requirements?.scale?.items;
    if (!items || (kind !== "two-tower" && kind !== "embedding" && kind !== "als")) return undefined;
    const exact = items.count <= 20_000;
    return value(
      exact ? { kind: "exact" } : { kind: "hnsw", recall: "95%" },
      exact
        ? `${items.text} vectors are searched one by one in a millisecond or two`
        : `${items.text} vectors are too many to look at one by one`,
      exact ? "No recall is lost." : "Recall against exact search is measured at each rebuild.",
      facts(design, "requirements.scale.items", `model.retrieve[${i}].kind`),
    );
  }),
  field("model.conflicts", (design) => {
    const goals = design.model?.objectives ?? [];
    return goals.length >= 2
      ? value(
          "one is maximised, the others are kept above a bound; a weight is used only where a rate of exchange is known",
          "a bound can be checked, and a weight hides what was given up",
          "The experiment reports all of them.",
          facts(design, "model.objectives"),
        )
      : undefined;
  }),
] as const;
