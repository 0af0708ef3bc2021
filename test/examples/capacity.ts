import type { Design } from "../../src/design/design.ts";
import { inOrder, short, sum, unless, type Check } from "./complaints.ts";

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
