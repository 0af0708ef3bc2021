import { durationText } from "../../kit/quantity.ts";
import { bisectRising } from "../bisect.ts";
import { answerAt, costAt, stationCopies, utilisationOf, type Evaluation } from "./evaluate.ts";
import type { Figure } from "./figure.ts";
import { short } from "./model-components.ts";
import type { Percentiles } from "./response.ts";
import type { Sheet } from "./sheet.ts";
import type { ComponentFacts, Limit } from "./sized.ts";
import type { SizedStation } from "./stations.ts";

/** The bound on the whole path's latency that the design promises, and the percentile it is of. */
export interface LatencyTarget {
  readonly share: number;
  readonly percentile: keyof Percentiles;
  readonly seconds: Figure;
}

const percentiles: Readonly<Record<number, keyof Percentiles>> = {
  0.5: "p50",
  0.95: "p95",
  0.99: "p99",
  0.999: "p999",
};

export function latencyTarget(sheet: Sheet): LatencyTarget | undefined {
  const guardrails = sheet.design.metrics?.guardrails ?? [];
  const fits = guardrails.flatMap(({ metric, target, of }, at) => {
    const percentile = metric.percentile === undefined ? undefined : percentiles[metric.percentile];
    if (target?.quantity.kind !== "duration" || !percentile || !["<=", "<"].includes(target.comparison)) return [];
    const seconds = sheet.stated(["metrics", "guardrails", at, "target"], target.quantity.seconds, "s");
    return [{ share: metric.percentile!, percentile, seconds, whole: of === undefined }];
  });
  return (
    fits.find(({ whole, percentile }) => whole && percentile === "p99") ?? fits.find(({ whole }) => whole) ?? fits[0]
  );
}

/** Multiple of the stated peak at which the first machines are busy all the time; Infinity where none can be. */
export function capacityTimes({ path }: Evaluation): number {
  return path ? Math.min(...path.stations.map((station) => 1 / utilisationOf(path, station).value)) : Infinity;
}

/**
 * The largest multiple of the stated peak at which no queue grows without end and the target is met; 0 where it is not
 * met at any load.
 */
export function largestTimes(evaluation: Evaluation, target: LatencyTarget | undefined): number {
  const most = capacityTimes(evaluation);
  if (!target || !evaluation.path) return most;
  const late = (times: number): boolean => {
    const found = answerAt(evaluation, "peak", times, 128)?.wholeSeconds?.[target.percentile];
    return found === undefined || found > target.seconds.value;
  };
  if (late(1e-3)) return 0;
  if (most === Infinity)
    return late(1000)
      ? bisectRising((times) => (late(times) ? 1 : -1), { low: 0, start: 1, precision: 0.003 })
      : Infinity;
  return Math.min(
    most,
    bisectRising((times) => (times >= most || late(times) ? 1 : -1), { low: 0, start: most, precision: 0.003 }),
  );
}

/**
 * Everything that ends at some multiple of the stated peak, the first to end first.
 *
 * @param largest  as `largestTimes` says
 */
export function limitsOf(
  evaluation: Evaluation,
  target: LatencyTarget | undefined,
  { people, largest }: { readonly people: ComponentFacts | undefined; readonly largest: number },
): Limit[] {
  const limits = [
    ...capacityLimits(evaluation),
    latencyLimit(evaluation, target, largest),
    peopleLimit(people),
    windowLimit(evaluation),
    budgetLimit(evaluation),
  ].filter((limit) => limit !== undefined);
  return limits.sort((one, other) => one.times - other.times);
}

function capacityLimits({ path }: Evaluation): Limit[] {
  if (!path) return [];
  const byResource = Map.groupBy(
    path.stations.filter(({ servers }) => servers < Infinity),
    ({ resource }) => resource,
  );
  return [...byResource].map(([resource, stations]) => {
    const busiest = stations.reduce((one, other) =>
      utilisationOf(path, other).value > utilisationOf(path, one).value ? other : one,
    );
    const times = 1 / utilisationOf(path, busiest).value;
    return {
      kind: "capacity",
      component: componentOf(busiest),
      name: resource,
      times,
      what: `${nameOf(resource, stations)} can do ${short(path.traffic.peak.value * times)} requests/s, and no more`,
      fix: `${short(stationCopies(path, busiest, 10)?.value ?? 0)} copies of ${resource} would hold 10 times the peak`,
    };
  });
}

const nameOf = (resource: string, stations: readonly SizedStation[]): string =>
  stations.length === 1 && stations[0]!.name === resource
    ? resource
    : `${resource} (${stations.map(({ name }) => name).join(", ")})`;

export const componentOf = ({ step, name }: SizedStation): string => (step < 0 ? `machines:${name}` : `step:${name}`);

function latencyLimit(evaluation: Evaluation, target: LatencyTarget | undefined, times: number): Limit | undefined {
  if (!target || !evaluation.path) return undefined;
  if (times >= capacityTimes(evaluation) * 0.995) return undefined;
  const bound = durationText(target.seconds.value);
  const limit = { kind: "latency", component: "whole", name: `${target.percentile} of the path`, times } as const;
  const [alone, loaded] = [1e-3, Math.max(times, 1e-3)].map((load) => stepSeconds(evaluation, target, load));
  const slowest = largestOf(alone!);
  if (times === 0)
    return {
      ...limit,
      what: `${target.percentile} is above ${bound} even with nobody waiting, and ${slowest} takes most of it`,
      fix: `make ${slowest} faster, or take a step off the path`,
    };
  const waits = largestOf(loaded!.map(({ name, seconds }, at) => ({ name, seconds: seconds - alone![at]!.seconds })));
  const what = `${target.percentile} passes ${bound}, because requests wait for ${waits}${waits === slowest ? "" : ` and ${slowest} takes most of the time`}`;
  return { ...limit, what, fix: `give ${waits} more copies, or make ${slowest} faster` };
}

interface StepSeconds {
  readonly name: string;
  readonly seconds: number;
}

/** What each step takes at the target's percentile, at a multiple of the peak. */
function stepSeconds(evaluation: Evaluation, { percentile }: LatencyTarget, times: number): StepSeconds[] {
  const { stations } = answerAt(evaluation, "peak", times)!;
  const all = evaluation.path!.stations.map(({ name, step }, at) => ({
    name,
    step,
    seconds: stations[at]!.responseSeconds?.[percentile] ?? 0,
  }));
  return all.filter(({ step }) => step >= 0);
}

const largestOf = (all: readonly StepSeconds[]): string =>
  all.reduce((one, other) => (other.seconds > one.seconds ? other : one)).name;

function peopleLimit(people: ComponentFacts | undefined): Limit | undefined {
  if (!people?.utilisation || !people.replicas?.stated) return undefined;
  const times = 1 / people.utilisation.value;
  const fix = `${Math.ceil(people.replicas.needed.value * 10)} people at a time for 10 times the cases, or send fewer of them to people`;
  return {
    kind: "people",
    component: people.id,
    name: people.name,
    times,
    what: `${people.replicas.stated.value} reviewers are busy all the time`,
    fix,
  };
}

function windowLimit({ parts }: Evaluation): Limit | undefined {
  const batch = parts.find(({ id }) => id === "batch");
  if (!batch?.utilisation || batch.utilisation.value <= 0) return undefined;
  const times = 1 / batch.utilisation.value;
  return {
    kind: "window",
    component: batch.id,
    name: batch.name,
    times,
    what: "a batch run is not done when the next one starts",
    fix: "split it over more machines, or run it less often",
  };
}

function budgetLimit(evaluation: Evaluation): Limit | undefined {
  const { budget } = evaluation.sheet.design.requirements?.constraints ?? {};
  if (!budget) return undefined;
  const above = (times: number) => costAt(evaluation, times).value - budget.usdPerMonth;
  const what = `machines, storage and services cost more than ${budget.text}`;
  const limit = {
    kind: "budget",
    component: "whole",
    name: "budget",
    what,
    fix: "raise the budget, or lower the largest cost",
  } as const;
  if (above(1e-3) > 0) return { ...limit, times: 0, what: `${what} at any load` };
  if (above(1e4) < 0) return undefined;
  return { ...limit, times: bisectRising(above, { low: 1e-3, start: 1, precision: 1e-3 }) };
}
