import { normalQuantile } from "../../src/kit/normal.ts";
import { inOrder, short, unless, type Check } from "./complaints.ts";

/**
 * Units that each of two arms needs to tell two shares apart, both sides tested, without continuity correction.
 *
 * @see Fleiss, Levin, Paik: Statistical Methods for Rates and Proportions (2003), §4.2; R's `power.prop.test`
 */
export function unitsPerArm(from: number, to: number, power: number, significance: number): number {
  const mean = (from + to) / 2;
  const noise =
    normalQuantile(1 - significance / 2) * Math.sqrt(2 * mean * (1 - mean)) +
    normalQuantile(power) * Math.sqrt(from * (1 - from) + to * (1 - to));
  return (noise / (to - from)) ** 2;
}

const people = /^(user|customer|viewer|reader|household|account|person|driver|seller)/;

/** People cannot be more than there are; requests, not more than arrive while it lasts. */
export const experimentHasEnough: Check = ({ metrics, monitoring, requirements }) => {
  const { baseline, detect, per = "" } = metrics?.online?.find(({ primary }) => primary) ?? {};
  const { split, power, significance, lasts, arms = 2 } = monitoring?.experiment ?? {};
  if (baseline?.kind !== "share" || !detect || !split || !lasts) return [];
  const to = baseline.share + (detect.relative ? baseline.share * detect.share : detect.share);
  const needed = unitsPerArm(baseline.share, to, power?.share ?? 0.8, significance?.share ?? 0.05);
  const { users, requests, predictions } = requirements?.scale ?? {};
  const arriving = Math.max(requests?.average?.perSecond ?? 0, predictions?.perSecond ?? 0) * lasts.seconds;
  const all = people.test(per) && users ? users.count : arriving || users?.count;
  const smallest = Math.min(split.share / (arms - 1), 1 - split.share);
  if (!all) return [];
  return unless(
    all * smallest >= needed,
    `${short(needed)} are needed for each arm, ${short(all * smallest)} can come in ${lasts.text}`,
  );
};

export const experimentLastsWholeWeeks: Check = ({ monitoring }) => {
  const lasts = monitoring?.experiment?.lasts;
  return lasts ? unless(lasts.seconds % 604_800 === 0, `the experiment lasts ${lasts.text}, not whole weeks`) : [];
};

/** precision = πr / (πr + (1 − π)f) for prevalence π, recall r, false positive rate f; where all four are stated. */
export const precisionFollows: Check = ({ data, metrics }) => {
  const prevalence = data?.labels?.[0]?.balance?.share;
  const offline = metrics?.offline ?? [];
  if (prevalence === undefined) return [];
  return [...new Set(offline.map(({ of }) => of))].flatMap((of) => {
    const stated = (name: string): number | undefined => {
      const quantity = offline.find((one) => one.of === of && one.metric.text === name)?.target?.quantity;
      return quantity?.kind === "share" ? quantity.share : undefined;
    };
    const [recall, wrong, precision] = [stated("recall"), stated("falsePositiveRate"), stated("precision")];
    if (recall === undefined || wrong === undefined || precision === undefined) return [];
    const implied = (prevalence * recall) / (prevalence * recall + (1 - prevalence) * wrong);
    return unless(implied >= precision, `precision of ${of}: ${short(implied)} follows, ${precision} is stated`);
  });
};

export const featuresAreNoFresherThanSources: Check = ({ data, features = [] }) =>
  features.flatMap(({ name, from, freshness }) => {
    const source = data?.sources?.find((one) => one.name === from);
    return inOrder([`source ${from}`, source?.freshness, `feature ${name}`, freshness]);
  });

/** What people draw on a picture or mark in a document is no outcome that somebody waits for. */
const drawnOn: readonly (string | undefined)[] = ["images", "documents"];

export const labelsArriveInTime: Check = ({ data, monitoring, model }) => {
  const labels = data?.labels ?? [];
  const soonest = labels.flatMap(({ delay }) => delay ?? []).toSorted((a, b) => a.seconds - b.seconds)[0];
  return [
    ...labels
      .filter(({ from }) => !drawnOn.includes(data?.sources?.find((one) => one.name === from)?.kind))
      .flatMap(({ name, delay, window }) => inOrder([`${name} delay`, delay, "window", window])),
    ...inOrder(["soonest label", soonest, "joinLabelsAfter", monitoring?.feedback?.joinLabelsAfter]),
    ...labels.flatMap(({ name, from }) => {
      const kept = data?.sources?.find((one) => one.name === from)?.retention;
      return inOrder(["training on", model?.train?.on, `retention of ${from} for ${name}`, kept]);
    }),
  ];
};
