import type { Design } from "../../design/design.ts";
import { isProposal } from "../advice.ts";
import { outcomesPerArm, wholeWeeks } from "../experiment-length.ts";
import { facts } from "../facts.ts";
import { labelDelay } from "../figures/labels.ts";
import { averageRate } from "../figures/load.ts";
import { givesLists } from "../figures/shape.ts";
import { pace, stakes } from "../figures/stakes.ts";
import { driftWindow } from "../subjects/drift.ts";
import retrainingSubject, { cadenceOf, triggers } from "../subjects/retraining.ts";
import { count, duration, weekSeconds } from "../units.ts";
import { field, value, type FieldValue } from "./field.ts";

const usualPower = 0.8;
const usualSignificance = 0.05;

/** The primary metric's base and the change to be seen, where both are stated. */
function contrast(design: Design) {
  const online = design.metrics?.online ?? [];
  const i = online.findIndex(({ primary, baseline, detect }) => primary && baseline && detect);
  const { baseline, detect } = online[i] ?? {};
  if (baseline?.kind !== "share") return undefined;
  const change = detect!.relative ? baseline.share * detect!.share : detect!.share;
  const changed = baseline.share + change;
  if (changed >= 1) return undefined;
  const { power, significance } = design.monitoring?.experiment ?? {};
  return {
    baseline: baseline.share,
    changed,
    power: power?.share ?? usualPower,
    significance: significance?.share ?? usualSignificance,
    found: facts(
      design,
      `metrics.online[${i}].baseline`,
      `metrics.online[${i}].detect`,
      "monitoring.experiment.power",
      "monitoring.experiment.significance",
    ),
  };
}

/** Whole weeks for the outcomes that both arms need, and for the last of them to be known. */
function experimentLength(design: Design): FieldValue | undefined {
  const tested = contrast(design);
  const load = averageRate(design);
  if (!tested || !load) return undefined;
  const perArm = outcomesPerArm(tested);
  const delay = labelDelay(design);
  const gathered = wholeWeeks(perArm, load.value) + Math.ceil((delay?.value ?? 0) / weekSeconds) * weekSeconds;
  return value(
    duration(gathered),
    `${count(perArm)} outcomes for each of two arms at ${count(load.value)}/s${delay ? `, and ${duration(delay.value)} until the last is known` : ""}, in whole weeks`,
    "Outcomes of one user go together: where users come often, multiply by the design effect.",
    tested.found,
    load.facts,
    delay?.facts ?? [],
  );
}

export default [
  field("monitoring.experiment.unit", (design) => {
    const source = (design.data?.labels ?? [])[0]?.from;
    const i = (design.data?.sources ?? []).findIndex(({ name, entities }) => entities && (!source || name === source));
    const who = i < 0 ? undefined : Object.keys(design.data!.sources![i]!.entities!)[0];
    return who === undefined
      ? undefined
      : value(
          who,
          "for whom decisions are made: one of them sees one arm only",
          "Its outcomes go together, and the analysis must know.",
          facts(design, `data.sources[${i}].entities`),
        );
  }),
  field("monitoring.experiment.split", (design) => {
    const risk = stakes(design);
    return (
      risk &&
      value(
        "50%",
        "equal arms need the fewest outcomes in all: the variance goes as 1 / n₁ + 1 / n₂",
        "Half of all users see the new model, after the canary.",
        risk.facts,
      )
    );
  }),
  field("monitoring.experiment.power", (design) => {
    const online = facts(design, "metrics.online");
    return online.length > 0
      ? value(
          "80%",
          "the usual trade: a miss is four times as likely as a false alarm (Cohen 1988)",
          "One true gain in five of that size is missed; 90% takes a third more outcomes.",
          online,
        )
      : undefined;
  }),
  field("monitoring.experiment.significance", (design) => {
    const online = facts(design, "metrics.online");
    return online.length > 0
      ? value(
          "5%",
          "one in twenty changes that do nothing looks like a change",
          "Ask for 1% where a wrong release is dear.",
          online,
        )
      : undefined;
  }),
  field("monitoring.experiment.lasts", experimentLength),
  field("monitoring.experiment.looks", (design) =>
    design.monitoring?.experiment
      ? value(
          1,
          "looking often and stopping at the first success finds effects that are not there",
          "Harm is watched all the time, by guardrails with a bound of their own.",
          facts(design, "monitoring.experiment.unit"),
        )
      : undefined,
  ),
  field("monitoring.experiment.arms", (design) =>
    design.monitoring?.experiment
      ? value(
          2,
          "each further arm takes as many outcomes again, and a stricter bound",
          "Variants wait for their turn.",
          facts(design, "monitoring.experiment.unit"),
        )
      : undefined,
  ),
  field("monitoring.experiment.holdout", (design) =>
    givesLists(design)
      ? value(
          "1%",
          "slow effects of many small releases are seen only against people who got none of them",
          "They see the old lists for a quarter of a year.",
          facts(design, "system", "model.formulation"),
        )
      : undefined,
  ),
  field("monitoring.experiment.checks", (design) =>
    design.monitoring?.experiment
      ? value(
          "ratio of arms by chi-square at 0.1%, the same metric before the start, share of lost logs",
          "an experiment whose arms are not as large as they should be measures its own fault",
          "A failed check stops the reading of results.",
          facts(design, "monitoring.experiment.unit"),
        )
      : undefined,
  ),
  field("monitoring.experiment.novelty", (design) => {
    const length = experimentLength(design);
    return (
      length &&
      value(
        "the effect of the first week is compared with that of the last, and of new users with old",
        "people look at what is new because it is new",
        "An effect that shrinks is reported at its last size.",
        length.facts,
      )
    );
  }),
  field("monitoring.drift[*].alarm", (design, i) =>
    design.monitoring?.drift?.[i]?.test === "psi"
      ? value(
          "> 0.2",
          "by custom 0.1 is a small shift and 0.2 a large one (Siddiqi 2006)",
          "Calibrate it on quiet weeks: scores may move less than inputs.",
          facts(design, `monitoring.drift[${i}].test`),
        )
      : undefined,
  ),
  field("monitoring.drift[*].test", (design, i) => {
    const of = design.monitoring?.drift?.[i]?.of;
    if (!of) return undefined;
    return value(
      of === "embeddings" ? "mmd" : of === "actions" ? "chi-square" : "psi",
      of === "embeddings"
        ? "vectors have no bins"
        : of === "actions"
          ? "actions are few and have names"
          : "it works for numbers and categories, and its size has a meaning",
      "The reference is frozen at training.",
      facts(design, `monitoring.drift[${i}].of`),
    );
  }),
  field("monitoring.drift[*].over", (design, i) => {
    const load = averageRate(design);
    return load && design.monitoring?.drift?.[i]
      ? value(
          duration(driftWindow(load.value)),
          "so long until a window holds 845 rows, which keeps noise at a tenth of the alarm",
          "A shorter window sees sooner and errs more.",
          load.facts,
        )
      : undefined;
  }),
  field("monitoring.decay", (design) => {
    const metric = design.metrics?.offline?.[0]?.metric;
    return (
      metric &&
      value(
        { metric: metric.text, alarm: "10% below launch" },
        "what decided before release is watched after it",
        "Until outcomes arrive, drift of scores stands in for it.",
        facts(design, "metrics.offline[0].metric"),
      )
    );
  }),
  field("monitoring.decay.before", (design) => {
    const delay = labelDelay(design);
    return delay && design.monitoring?.decay
      ? value(
          "drift of scores, and share of fallbacks",
          `outcomes take ${duration(delay.value)}`,
          "It raises a ticket, not a rollback.",
          delay.facts,
        )
      : undefined;
  }),
  field("monitoring.retrain", (design) => {
    const answer = retrainingSubject.propose(design);
    const every = cadenceOf(design);
    if (!every || !isProposal(answer)) return undefined;
    const why = answer.reasons.map(({ because }) => because).join("; ");
    return value(triggers(every), why, answer.consequence, ...answer.reasons.map((reason) => reason.facts));
  }),
  field("monitoring.feedback.log", (design) => {
    const risk = facts(design, "system", "model.rank.kind");
    return risk.length > 0
      ? value(
          "every decision with its candidates, features, propensity, model version and arm",
          "without what was shown and its chance, outcomes teach little",
          "Room: requests × bytes of one decision × retention.",
          risk,
        )
      : undefined;
  }),
  field("monitoring.feedback.joinLabelsAfter", (design) => {
    const delay = labelDelay(design);
    return (
      delay &&
      value(
        duration(delay.value),
        delay.how === "stated" ? "nine of ten outcomes are known by then" : delay.how,
        "Earlier, waiting outcomes count as negative.",
        delay.facts,
      )
    );
  }),
  field("monitoring.alarms", (design) => {
    const i = (design.metrics?.guardrails ?? []).findIndex(
      ({ metric, target }) => metric?.name === "latency" && target,
    );
    const risk = stakes(design);
    if (i < 0 || !risk) return undefined;
    const { metric, target } = design.metrics!.guardrails![i]!;
    const severity = risk.harm === "cheap" ? "ticket" : "page";
    return value(
      [
        {
          alarm: "slow answers",
          when: `${metric!.text} > ${target!.quantity.text} for 5m`,
          severity,
          action: "take back the newest release; if there is none, shed load to the fallback",
        },
        {
          alarm: "too many fallbacks",
          when: "share of fallbacks > 5% for 5m",
          severity,
          action: "look for the step that fails",
        },
      ],
      `each guardrail that is measured all the time gets an alarm; an error is ${risk.harm}, so it is a ${severity}`,
      "Name an owner for each: an alarm without one is a picture.",
      facts(design, `metrics.guardrails[${i}].target`),
      risk.facts,
    );
  }),
  field("monitoring.quality", (design) => {
    const sources = design.data?.sources ?? [];
    if (sources.length === 0) return undefined;
    return value(
      sources.map(({ name }) => ({
        what: `rows of ${name} per hour`,
        alarm: "below half of the same hour a week ago",
        every: "1h",
      })),
      "a source that falls silent looks like a quiet hour, unless it is held against the same hour of the week before",
      "Holidays ring it; say so in the calendar of the alarm.",
      sources.flatMap((_, i) => facts(design, `data.sources[${i}].name`)),
    );
  }),
  field("monitoring.skew", (design) =>
    design.features?.length
      ? value(
          "a share of served feature vectors is recomputed from the log each day; more than 0.1% that differ is an alarm",
          "a feature computed in two ways is the commonest silent fault",
          "It needs the log to hold the served values.",
          facts(design, "features[0].name"),
        )
      : undefined,
  ),
  field("monitoring.labels", (design) => {
    const delay = labelDelay(design);
    return (
      delay &&
      value(
        `outcomes per day against the week's median, and the age at which nine of ten are known (${duration(delay.value)} now)`,
        "when labels stop, quality looks steady until it is too late",
        "A fall by half opens a ticket.",
        delay.facts,
      )
    );
  }),
  field("monitoring.audit", (design) => {
    const rules = facts(design, "requirements.constraints.regulation");
    return rules.length > 0
      ? value(
          "decision, inputs, model version and explanation, for as long as the rule asks",
          "somebody may ask for the reason of one decision",
          "It must be erasable by person.",
          rules,
        )
      : undefined;
  }),
  field("monitoring.slices", (design) => {
    const { slices } = design.metrics ?? {};
    return (
      slices &&
      value(
        [...slices],
        "what is reported apart before release is watched apart after it",
        "Alarms per slice need a larger bound, because slices are small.",
        facts(design, "metrics.slices"),
      )
    );
  }),
  field("monitoring.feedback.loop", (design) => {
    const changes = pace(design);
    return design.monitoring?.feedback && givesLists(design)
      ? value(
          "what is shown gets outcomes, what is not gets none; places given to chance are kept apart in training",
          "a model that learns from its own lists grows narrower",
          "Coverage is its guardrail.",
          facts(design, "system"),
          changes?.facts ?? [],
        )
      : undefined;
  }),
] as const;
