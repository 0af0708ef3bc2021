import type { Design } from "../../design/design.ts";
import { isProposal, type Proposal } from "../advice.ts";
import { rankingShare, usableShare } from "../architecture/budgets.ts";
import { facts } from "../facts.ts";
import { averageRate, freshnessNeeded, latencyTarget } from "../figures/load.ts";
import { pace, stakes } from "../figures/stakes.ts";
import fallbackSubject from "../subjects/fallback.ts";
import { canarySteps } from "../subjects/rollout.ts";
import modeSubject from "../subjects/serving-mode.ts";
import { duration, share } from "../units.ts";
import { field, value, type FieldValue } from "./field.ts";

/** A request that has waited twice the p99 target is one of very few, and better answered by the fallback than later. */
const deadlinePerTarget = 2;
/** People use a cached list again within a visit, which lasts some minutes; a cache shorter than freshness hides nothing. */
const cachePart = 0.5;
/** Half of the replicas may be lost only if there are two. */
const leastReplicas = 2;

const taken = ({ reasons, consequence }: Proposal, written: FieldValue["value"]): FieldValue =>
  value(
    written,
    reasons.map(({ because }) => because).join("; "),
    consequence,
    ...reasons.map((reason) => reason.facts),
  );

function steps(design: Design) {
  const average = averageRate(design);
  const risk = stakes(design);
  return average && risk && { ...canarySteps(design, average.value, risk.harm), found: [average.facts, risk.facts] };
}

export default [
  field("serving.mode", (design) => {
    const answer = modeSubject.propose(design);
    return isProposal(answer) ? taken(answer, answer.recommend.replace(/^Serve /, "")) : undefined;
  }),
  field("serving.fallback", (design) => {
    const answer = fallbackSubject.propose(design);
    return isProposal(answer)
      ? taken(answer, answer.recommend.replace(/^Fall back to /, "").split(", then "))
      : undefined;
  }),
  field("serving.deadline", (design) => {
    const i = (design.metrics?.guardrails ?? []).findIndex(
      ({ metric, target }) => metric?.name === "latency" && target,
    );
    const target = i < 0 ? undefined : latencyTarget(design);
    return (
      target &&
      value(
        duration(deadlinePerTarget * target.value),
        `${deadlinePerTarget} × the latency target of ${duration(target.value)}: the slowest of a hundred may take longer, and then the fallback answers`,
        "No request waits longer, whatever fails behind it.",
        target.facts,
      )
    );
  }),
  field("serving.path[*].p99", (design, i) => {
    const { path = [] } = design.serving ?? {};
    const target = latencyTarget(design);
    const step = path[i];
    if (!target || !step) return undefined;
    const ranks = /rank|score|predict|generate|detect/.test(step.step) && !/rerank/.test(step.step);
    const others = Math.max(1, path.length - 1);
    const seconds = ranks ? target.value * rankingShare : (target.value * (usableShare - rankingShare)) / others;
    return value(
      duration(Number(seconds.toPrecision(2))),
      ranks
        ? "half of the request's time: the step that grows with the candidates"
        : `its part of the ${share(usableShare - rankingShare)} that other steps share`,
      "A fifth is left for the network and for queueing.",
      target.facts,
      facts(design, `serving.path[${i}].step`),
    );
  }),
  field("serving.path[*].onFailure", (design, i) => {
    const { path = [] } = design.serving ?? {};
    if (!path[i]) return undefined;
    const optional = /rerank|explore|check|personal/.test(path[i].step);
    return value(
      optional ? "skip" : "fallback",
      optional ? "the answer is worth showing without it" : "the answer does not exist without it",
      "The response says which steps were missing.",
      facts(design, `serving.path[${i}].step`),
    );
  }),
  field("serving.cache.for", (design) => {
    const fresh = freshnessNeeded(design);
    return (
      fresh &&
      value(
        duration(Math.max(1, fresh.value * cachePart)),
        `half of the ${duration(fresh.value)} that the freshest input may be old`,
        "Input and cache together may be one and a half times that old.",
        fresh.facts,
      )
    );
  }),
  field("serving.batch.every", (design) => {
    const fresh = freshnessNeeded(design);
    return fresh && design.serving?.mode === "batch"
      ? value(
          duration(fresh.value),
          "as often as its inputs must be fresh",
          "Each run must end before the next begins.",
          fresh.facts,
        )
      : undefined;
  }),
  field("serving.batch.usableFor", (design) => {
    const every = design.serving?.batch?.every;
    return (
      every &&
      value(
        duration(2 * every.seconds),
        `two runs of ${every.text}: one may fail without anybody noticing`,
        "After that the fallback answers.",
        facts(design, "serving.batch.every"),
      )
    );
  }),
  field("serving.stream.lag", (design) => {
    const fresh = freshnessNeeded(design);
    return fresh && design.serving?.mode === "streaming"
      ? value(
          duration(fresh.value),
          "as far behind as the freshest input may be",
          "It is watched and alarmed on.",
          fresh.facts,
        )
      : undefined;
  }),
  field("serving.rollout.shadow", (design) => {
    const risk = stakes(design);
    return (
      risk &&
      value(
        { cheap: "1d", costly: "3d", grave: "7d" }[risk.harm],
        `an error is ${risk.harm} (${risk.how}); a day shows the daily rhythm, a week every weekday`,
        "The new model costs as much as the live one for that long.",
        risk.facts,
      )
    );
  }),
  field("serving.rollout.canary", (design) => {
    const found = steps(design);
    return (
      found &&
      value(
        found.shares.map(share),
        `the first step sees ${found.requests} requests in ${duration(found.stepSeconds)}; none wrong among n means at most 3 / n`,
        "A bad release reaches that share of people first.",
        ...found.found,
      )
    );
  }),
  field("serving.rollout.stepEvery", (design) => {
    const found = steps(design);
    return (
      found &&
      value(
        duration(found.stepSeconds),
        `${share(found.shares[0]!)} of traffic gives ${found.requests} requests in that time`,
        "Three steps and the shadow add up to the length of a release.",
        ...found.found,
      )
    );
  }),
  field("serving.rollout.rollBack", (design) => {
    const risk = stakes(design);
    return (
      risk &&
      value(
        "automatic",
        `an error is ${risk.harm}: nobody should have to be awake for it`,
        "The signal must be a number.",
        risk.facts,
      )
    );
  }),
  field("serving.rollout.signal", (design) => {
    const target = latencyTarget(design);
    return (
      target &&
      value(
        `errorRate, latency p99 against ${duration(target.value)}, share of fallbacks, distance of scores from the live model`,
        "these move within minutes; the KPI needs an experiment",
        "Any one of them takes the release back.",
        target.facts,
      )
    );
  }),
  field("serving.rollout.rollBackWithin", (design) => {
    const risk = stakes(design);
    return (
      risk &&
      value(
        risk.harm === "cheap" ? "5m" : "1m",
        `an error is ${risk.harm}: ${risk.how}`,
        "The previous model must stay loaded.",
        risk.facts,
      )
    );
  }),
  field("serving.scaling.least", (design) => {
    const load = facts(design, "requirements.scale.requests", "requirements.constraints.availability");
    return load.length > 0
      ? value(
          leastReplicas,
          "one may fail, or be replaced, while the other answers",
          "Two are paid for at night as well.",
          load,
        )
      : undefined;
  }),
  field("serving.scaling.on", (design) => {
    const load = facts(design, "requirements.scale.requests.peak");
    return load.length > 0
      ? value(
          "utilisation above 60%",
          "waiting in a queue grows as 1 / (1 − utilisation): at 60% it is 2.5 times the service, at 90% ten times",
          "Four tenths of what is paid for is idle on purpose.",
          load,
        )
      : undefined;
  }),
  field("serving.hardware[*].utilisation", (design, i) =>
    design.serving?.hardware?.[i]
      ? value(
          "60%",
          "waiting grows as 1 / (1 − utilisation), and one of few replicas may fail",
          "Replicas are the peak divided by it.",
          facts(design, `serving.hardware[${i}].for`),
        )
      : undefined,
  ),
  field("serving.review.answerWithin", (design) => {
    const risk = stakes(design);
    const changes = pace(design);
    return design.serving?.review && risk
      ? value(
          risk.harm === "cheap" ? "24h" : "1h",
          `an error is ${risk.harm}: ${risk.how}`,
          "Staffing follows from it, by Erlang's formula.",
          risk.facts,
          changes?.facts ?? [],
        )
      : undefined;
  }),
  field("serving.precompute[*].every", (design, i) => {
    const fresh = freshnessNeeded(design);
    return fresh && design.serving?.precompute?.[i]
      ? value(
          duration(fresh.value),
          `its freshest input may be ${duration(fresh.value)} old`,
          "A run must take less than that.",
          fresh.facts,
          facts(design, `serving.precompute[${i}].what`),
        )
      : undefined;
  }),
] as const;
