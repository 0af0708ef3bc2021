import type { Design } from "../../design/design.ts";
import { durationText } from "../../kit/quantity.ts";
import { requiredSample } from "../arithmetic/required-sample.ts";
import { countText, percentText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule, type Found } from "../rule.ts";

type Online = NonNullable<NonNullable<Design["metrics"]>["online"]>[number];
type Experiment = NonNullable<NonNullable<Design["monitoring"]>["experiment"]>;

export default defineRule({
  id: "experiment-too-short",
  stage: "monitoring",
  kind: "arithmetic",
  severity: "flaw",
  why: "An experiment with too few units sees nothing, or sees only effects that chance has made large.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 17",
  asks: "You want to see a lift of 1% on a rate of 5%. How many people does each arm need, and how long is that?",
  bad: (sound) => edited(sound, { "metrics.online[undetectedFraud].detect": "1% relative" }),
  *check({ design }) {
    const experiment = design.monitoring?.experiment;
    if (!experiment?.lasts) return;
    for (const [i, metric] of (design.metrics?.online ?? []).entries()) {
      const found = metric.primary && tooShort(design, experiment, metric, i);
      if (found) yield found;
    }
  },
});

/** Means and variances before and after, where the metric says enough. */
function effectOf({ baseline, spread, detect }: Online) {
  if (!baseline || !detect) return undefined;
  const before = baseline.kind === "share" ? baseline.share : baseline.kind === "cost" ? baseline.usd : undefined;
  if (before === undefined) return undefined;
  const after = detect.relative ? before * (1 + detect.share) : before + detect.share;
  if (baseline.kind === "share")
    return { before, after, varianceBefore: before * (1 - before), varianceAfter: after * (1 - after) };
  const deviation = spread?.kind === "cost" ? spread.usd : spread?.count;
  return deviation === undefined
    ? undefined
    : { before, after, varianceBefore: deviation ** 2, varianceAfter: deviation ** 2 };
}

const people =
  /^(?:user|person|people|customer|account|household|member|subscriber|buyer|shopper|driver|card|device)s?$/i;
const manyPerRequest = /^(?:impression|item|ad|post|slot|position|document|candidate|opportunity)s?$/i;

/** Units that come by in the whole time, in all arms; `undefined` where the document does not say it. */
function unitsOf({ requirements }: Design, per: string | undefined, seconds: number) {
  const { users, requests } = requirements?.scale ?? {};
  if (per !== undefined && people.test(per))
    return users && { count: users.count, name: "users", value: users.text, at: "requirements.scale.users" };
  if (per !== undefined && manyPerRequest.test(per)) return undefined;
  const rate = requests?.average;
  if (!rate) return undefined;
  const value = `${rate.text} for ${durationText(seconds)}`;
  return { count: rate.perSecond * seconds, name: "requests", value, at: "requirements.scale.requests.average" };
}

function tooShort(design: Design, experiment: Experiment, metric: Online, i: number): Found | undefined {
  const effect = effectOf(metric);
  const units = unitsOf(design, metric.per, experiment.lasts!.seconds);
  if (!effect || !units) return undefined;
  const split = experiment.split?.share ?? 1 / (experiment.arms ?? 2);
  const smaller = Math.min(split, 1 - split);
  const significance = experiment.significance?.share ?? 0.05;
  const power = experiment.power?.share ?? 0.8;
  const needed = requiredSample({ ...effect, significance, power, controlPerTreated: (1 - smaller) / smaller });
  const there = units.count * smaller;
  if (there >= needed) return undefined;
  return {
    at: "monitoring.experiment.lasts",
    found: `The smaller arm gets ${countText(there)} ${units.name} in ${experiment.lasts!.text}, and ${metric.metric} needs ${countText(needed)}.`,
    clears: `let it run ${countText(needed / there)} times as long, give it a larger share, or look for a larger effect`,
    working: {
      inputs: [
        { name: `${metric.metric} today`, value: metric.baseline!.text, at: ["metrics", "online", i, "baseline"] },
        { name: "change to be seen", value: metric.detect!.text, at: ["metrics", "online", i, "detect"] },
        { name: units.name, value: units.value, at: units.at },
        { name: "smaller arm", value: percentText(smaller), at: "monitoring.experiment.split" },
      ],
      sum: `(z(1 − ${significance / 2}) + z(${power}))² × (variance of both arms) ÷ (change)²`,
      result: `${countText(needed)} in the smaller arm`,
    },
  };
}
