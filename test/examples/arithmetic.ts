import { normalQuantile } from "../../src/kit/normal.ts";
import type { Design } from "../../src/design/design.ts";

/** Looks at numbers of a design that must agree; each complaint shows the working. */
export type Check = (design: Design) => string[];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const short = (value: number): string => String(Number(value.toPrecision(3)));
/** A complaint where something is not as it must be. */
const unless = (holds: boolean, complaint: string): string[] => (holds ? [] : [complaint]);

/** Pairs of durations of which the first may not be the longer; a missing one is no complaint. */
function inOrder(
  ...pairs: [string, { seconds: number } | undefined, string, { seconds: number } | undefined][]
): string[] {
  return pairs.flatMap(([shorter, a, longer, b]) =>
    a && b ? unless(a.seconds <= b.seconds, `${shorter}: ${a.seconds} s > ${longer}: ${b.seconds} s`) : [],
  );
}

export const averageBelowPeak: Check = ({ requirements }) => {
  const { average, peak } = requirements?.scale?.requests ?? {};
  if (!average || !peak) return [];
  return unless(average.perSecond <= peak.perSecond, `average ${average.text} > peak ${peak.text}`);
};

/** Percentiles do not add, but a sum far above the target, or one step above it, cannot be meant. */
export const stepsFitTheTarget: Check = ({ metrics, serving }) => {
  const whole = metrics?.guardrails?.find(({ metric, of }) => metric.percentile === 0.99 && !of)?.target?.quantity;
  if (whole?.kind !== "duration") return [];
  const steps = (serving?.path ?? []).map(({ p99 }) => p99?.seconds ?? 0);
  return [
    ...unless(Math.max(0, ...steps) <= whole.seconds, `one step takes longer than ${whole.text}`),
    ...unless(
      sum(steps) <= 1.25 * whole.seconds,
      `steps add up to ${short(sum(steps))} s, the target is ${whole.text}`,
    ),
    ...inOrder([`p99 ${whole.text}`, whole, "deadline", serving?.deadline]),
    ...(serving?.path ?? []).flatMap(({ step, p50, p99 }) => inOrder([`${step} p50`, p50, "p99", p99])),
  ];
};

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
  if (!baseline || !detect || !split || !lasts) return [];
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

export const reviewersKeepUp: Check = ({ serving }) => {
  const { inflow, perCase, reviewers } = serving?.review ?? {};
  if (!inflow || !perCase || !reviewers) return [];
  const busy = inflow.perSecond * perCase.seconds;
  return unless(busy < reviewers, `${short(busy)} people are busy all the time, there are ${reviewers}`);
};

/** Memory and price of what `8 vCPU, 64 GiB` or `1 accelerator, 24 GiB` says, for all copies. */
function machines({ serving }: Design): { vcpus: number; gibibytes: number; accelerators: number } {
  const total = (pattern: RegExp): number =>
    sum((serving?.hardware ?? []).map(({ on, replicas = 1 }) => Number(pattern.exec(on)?.[1] ?? 0) * replicas));
  return {
    vcpus: total(/([\d.]+) vCPU/),
    gibibytes: total(/([\d.]+) GiB/),
    accelerators: total(/([\d.]+) accelerator/),
  };
}

/** One byte for each number is the least that a vector takes; eight with its links and a second copy is generous. */
export const vectorsFitInMemory: Check = (design) => {
  const dims = Math.max(0, ...(design.model?.retrieve ?? []).map((one) => one.dims ?? 0));
  const items = design.requirements?.scale?.items?.count ?? 0;
  const memory = machines(design).gibibytes * 1024 ** 3;
  if (!dims || !memory) return [];
  const kept = (design.serving?.precompute ?? []).filter(({ what }) => /vectors/.test(what));
  return [
    ...unless(items * dims <= memory, `${short(items * dims)} bytes of vectors, ${short(memory)} of memory`),
    ...kept.flatMap(({ what, rows, bytes }) => {
      if (!rows || !bytes) return [];
      const each = bytes.bytes / rows.count / dims;
      return unless(each >= 1 && each <= 8, `${what}: ${short(each)} bytes for each of ${dims} numbers`);
    }),
  ];
};

const monthHours = 730;
/** Below what anybody sells for, so that a complaint is certain. */
const leastPrices = { vcpuHour: 0.02, gibibyteHour: 0.0025, acceleratorHour: 0.5, gigabyteMonth: 0.01 };

export const machinesFitTheBudget: Check = (design) => {
  const budget = design.requirements?.constraints?.budget?.usdPerMonth;
  if (budget === undefined) return [];
  const { vcpus, gibibytes, accelerators } = machines(design);
  const prices = leastPrices;
  const hourly = vcpus * prices.vcpuHour + gibibytes * prices.gibibyteHour + accelerators * prices.acceleratorHour;
  const cost = hourly * monthHours + (storedBytes(design) / 1e9) * prices.gigabyteMonth;
  return unless(cost <= budget, `at least ${short(cost)} $/month, the budget is ${short(budget)}`);
};

function storedBytes({ data }: Design): number {
  return sum(
    (data?.sources ?? []).map(({ volume, rowBytes, retention, rows }) =>
      volume && retention
        ? volume.perSecond * retention.seconds * (rowBytes?.bytes ?? 0)
        : (rows?.count ?? 0) * (rowBytes?.bytes ?? 0),
    ),
  );
}

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

/** Nothing can be trained on more rows than have arrived. */
export const rowsHaveArrived: Check = ({ data, model, requirements }) => {
  const { rows, on } = model?.train ?? {};
  const { events, requests, predictions } = requirements?.scale ?? {};
  const rates = [events, requests?.average, predictions, ...(data?.sources ?? []).map(({ volume }) => volume)];
  const fastest = Math.max(0, ...rates.map((rate) => rate?.perSecond ?? 0));
  if (!rows || !on || !fastest) return [];
  const arrived = fastest * on.seconds;
  return unless(rows.count <= arrived, `${rows.text} rows, but ${short(arrived)} arrive in ${on.text}`);
};

export const nothingOverrunsItsTurn: Check = ({ model, serving }) => [
  ...inOrder(["training takes", model?.train?.takes, "every", model?.train?.every]),
  ...(model?.retrieve ?? []).flatMap(({ index }) => inOrder(["index takes", index?.takes, "rebuild", index?.rebuild])),
  ...inOrder(["batch takes", serving?.batch?.takes, "every", serving?.batch?.every]),
  ...inOrder(["batch every", serving?.batch?.every, "usableFor", serving?.batch?.usableFor]),
];

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

/** Between half a byte (4 bits) and 8 bytes for each number. */
export const weightsHaveTheirSize: Check = ({ model }) => {
  const sized = [...(model?.rank ? [model.rank] : []), ...(model?.parts ?? [])];
  return sized.flatMap(({ kind, parameters, bytes }) => {
    if (!parameters || !bytes) return [];
    const each = bytes.bytes / parameters.count;
    return unless(each >= 0.5 && each <= 8, `${kind}: ${short(each)} bytes for each parameter`);
  });
};

export const canaryGrows: Check = ({ serving }) => {
  const steps = (serving?.rollout?.canary ?? []).map(({ share }) => share);
  return unless(
    steps.every((share, i) => i === 0 || share > steps[i - 1]!),
    `canary ${steps.join(", ")} does not grow`,
  );
};
