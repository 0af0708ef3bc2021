import { deepFreeze, type DesignDocument } from "../../design/design.ts";
import { secondsPerMonth } from "../../kit/quantity.ts";
import {
  answerAt,
  costAt,
  evaluate,
  partUsd,
  payingStations,
  stationCopies,
  stationUsd,
  utilisationOf,
  type Evaluation,
} from "./evaluate.ts";
import { derived, sourcesOf, type Figure } from "./figure.ts";
import { componentOf, largestTimes, latencyTarget, limitsOf } from "./limits.ts";
import { experimentComponent, reviewComponent } from "./people-components.ts";
import type { PathAnswer } from "./response.ts";
import { Sheet, type SizeOptions } from "./sheet.ts";
import type { ComponentFacts, ComponentLoad, CostLine, Sized, SizedComponent, WholeLoad } from "./sized.ts";
import type { SizedStation } from "./stations.ts";
import { tornadoOf } from "./tornado.ts";
import { multiples, type At } from "./traffic.ts";

/**
 * A design with its numbers, from the document alone: how busy every part is, how long requests take, what breaks first
 * and what it costs, at 1, 2, 5, 10 and 100 times the stated load. What the document does not say is assumed, by name, or
 * listed as what cannot be said. Pure: the same document and options give the same numbers.
 */
export function sizeDesign(document: Pick<DesignDocument, "design" | "placeOf">, options: SizeOptions = {}): Sized {
  const evaluation = evaluate(new Sheet(document, options));
  const { sheet, traffic, path } = evaluation;
  const target = latencyTarget(sheet);
  const tornado = tornadoOf(document, options, evaluation);
  const review = reviewComponent(sheet);
  const people = [review, experimentComponent(sheet, traffic)].filter((part) => part !== undefined);
  const wanted = timesOf(options);
  const loads = (["average", "peak"] as const).flatMap((at) =>
    wanted.map((times) => ({ at, times, answer: answerAt(evaluation, at, times) })),
  );
  const beside = [...evaluation.parts, ...people].map((part) => partComponent(evaluation, part, wanted));
  const components = [
    ...(path?.stations ?? []).flatMap((station, at) =>
      station.step < 0
        ? []
        : stationComponent(
            evaluation,
            station,
            loads.map((load) => ({ ...load, answer: load.answer?.stations[at] })),
          ),
    ),
    ...beside,
  ];
  const cost = costAt(evaluation, 1);
  const largest = largestTimes(evaluation, target);
  const { budget } = sheet.design.requirements?.constraints ?? {};
  const costs = costLines(evaluation);
  return deepFreeze({
    design: sheet.design.name,
    ...(traffic && { traffic }),
    components,
    loads: path ? loads.map((load) => wholeLoad(evaluation, load)) : [],
    ...(target && { target: { share: target.share, seconds: target.seconds } }),
    ...p99Of(document, options, evaluation, loads.find(({ at, times }) => at === "peak" && times === 1)?.answer),
    limits: limitsOf(evaluation, target, { people: review, largest }),
    ...(path && Number.isFinite(largest) && { largestTimes: largest }),
    costs,
    costUsdPerMonth: cost,
    ...(traffic && {
      costPerThousandUsd: derived(
        "$/1,000",
        [cost, traffic.average],
        (usd, rate) => (usd * 1000) / (rate * secondsPerMonth),
      ),
    }),
    ...(budget && {
      budgetUsdPerMonth: sheet.stated(["requirements", "constraints", "budget"], budget.usdPerMonth, "$/month"),
    }),
    tornado,
    assumptions: [...sheet.book.used.values()],
    unsized: sheet.unsized,
    sources: sourcesOf([cost, ...components.flatMap(figuresOf)]),
  });
}

const timesOf = ({ times = 1 }: SizeOptions): number[] =>
  [...new Set([...multiples, times])].sort((one, other) => one - other);

interface LoadAnswer<Answer> {
  readonly at: At;
  readonly times: number;
  readonly answer: Answer | undefined;
}

function wholeLoad(evaluation: Evaluation, { at, times, answer }: LoadAnswer<PathAnswer>): WholeLoad {
  return {
    times,
    at,
    requestsPerSecond: evaluation.path!.traffic[at].value * times,
    ...(answer?.wholeSeconds && { responseSeconds: answer.wholeSeconds }),
    ...(answer?.wholeSeconds && answer.addedSeconds && { addedSeconds: answer.addedSeconds }),
    costUsdPerMonth: costAt(evaluation, times),
  };
}

function stationComponent(
  evaluation: Evaluation,
  station: SizedStation,
  loads: readonly LoadAnswer<PathAnswer["stations"][number]>[],
): SizedComponent {
  const path = evaluation.path!;
  const { step, name, time, servers, shards, pool, replicas } = station;
  const busy = utilisationOf(path, station);
  const pays = payingStations(evaluation).includes(station);
  const usd = pays ? stationUsd(evaluation, station, 1) : undefined;
  const needed = stationCopies(path, station, 1);
  const line =
    time.meanSeconds.from.find((source) => source.path?.startsWith("serving.path"))?.line ??
    evaluation.sheet.stated(["serving", "path", step, "step"], 0, "").from[0]!.line;
  const { hits, traffic } = path;
  const budget = evaluation.sheet.design.serving?.path?.[step]?.p99;
  return {
    id: componentOf(station),
    name,
    kind: "step",
    path: `serving.path[${step}]`,
    ...(line !== undefined && { line }),
    ...(pool && { on: pool.name }),
    arrivalsPerSecond: hits ? derived("/s", [traffic.peak, hits], (rate, share) => rate * (1 - share)) : traffic.peak,
    serviceSeconds: time.meanSeconds,
    ...(budget && {
      budgetSeconds: evaluation.sheet.stated(["serving", "path", step, "p99"], budget.seconds, "s"),
    }),
    servers: servers * shards,
    utilisation: busy,
    ...(needed && replicas && { replicas: { stated: replicas, needed } }),
    ...(usd && { costUsdPerMonth: usd }),
    loads: loads.map(({ at, times, answer }) => ({
      times,
      at,
      arrivalsPerSecond: answer!.arrivalsPerSecond,
      utilisation: answer!.utilisation,
      ...(needed && { replicasNeeded: stationCopies(path, station, times)!.value }),
      ...(answer!.responseSeconds && { responseSeconds: answer!.responseSeconds }),
      ...(pays && { costUsdPerMonth: stationUsd(evaluation, station, times)?.value ?? 0 }),
    })),
    says: stationWords(station),
  };
}

function stationWords({ servers, shards, otherWork, pool }: SizedStation): string[] {
  if (servers === Infinity) return ["is bought, so nothing of ours queues; its provider's limits are not in this"];
  return [
    ...(shards > 1 ? [`asks ${shards} shards at once; the slowest decides`] : []),
    ...(pool && otherWork > 0.05
      ? [
          `${pool.name} is ${Math.round((100 * otherWork) / (1 + otherWork))}% busy with other work than this step's time, as its stated utilisation says`,
        ]
      : []),
  ];
}

function partComponent(
  evaluation: Evaluation,
  { grows, says = [], ...part }: ComponentFacts,
  wanted: readonly number[],
): SizedComponent {
  const loads = (["average", "peak"] as const).flatMap((at) =>
    wanted.map((times) => partLoad(evaluation, { ...part, ...(grows && { grows }) }, at, times)),
  );
  return { ...part, loads, says };
}

function partLoad(evaluation: Evaluation, part: ComponentFacts, at: At, times: number): ComponentLoad {
  const factor = part.grows ? times * (at === "average" ? averageOverPeak(evaluation, part) : 1) : 1;
  const usd = partUsd(evaluation, part, times);
  const rate = part.arrivalsPerSecond;
  return {
    times,
    at,
    ...(rate && { arrivalsPerSecond: rate.value * (part.grows ? factor : times) }),
    ...(part.utilisation && { utilisation: part.utilisation.value * factor }),
    ...(part.replicas && {
      replicasNeeded: Math.max(2, Math.ceil(part.replicas.needed.value * (part.grows ? times : 1) - 1e-9)),
    }),
    ...(part.storageBytes && { storageBytes: part.storageBytes.value * (part.grows ? times : 1) }),
    ...(usd && { costUsdPerMonth: usd.value }),
  };
}

/** Machines beside the path are stated at peak; storage, batches and cases are stated as they come over a day. */
function averageOverPeak({ traffic }: Evaluation, { kind, id }: ComponentFacts): number {
  const follows = id.startsWith("machines:") || kind === "language model";
  return traffic && follows ? traffic.average.value / traffic.peak.value : 1;
}

function costLines(evaluation: Evaluation): CostLine[] {
  const machines = payingStations(evaluation).flatMap((station) => {
    const usd = stationUsd(evaluation, station, 1);
    return usd ? [{ name: station.pool?.name ?? station.name, component: componentOf(station), usdPerMonth: usd }] : [];
  });
  const parts = evaluation.parts.flatMap(({ name, id, costUsdPerMonth: usd }) =>
    usd ? [{ name, component: id, usdPerMonth: usd }] : [],
  );
  return [...machines, ...parts].sort((one, other) => other.usdPerMonth.value - one.usdPerMonth.value);
}

/** The p99 at the stated peak, and its range when all assumed times of steps are at their low, or at their high. */
function p99Of(
  document: Pick<DesignDocument, "design" | "placeOf">,
  options: SizeOptions,
  evaluation: Evaluation,
  answer: PathAnswer | undefined,
): { p99Seconds?: Figure } {
  const value = answer?.wholeSeconds?.p99;
  if (value === undefined) return {};
  const ofTime = [...evaluation.sheet.book.used.values()].filter(({ name }) => /^time of|^p99 over p50/.test(name));
  const at = (end: "low" | "high") => {
    if (ofTime.length === 0) return value;
    const assume = Object.fromEntries(ofTime.map(({ name, figure }) => [name, figure[end]]));
    const sheet = new Sheet(document, { ...options, assume: { ...options.assume, ...assume } });
    return answerAt(evaluate(sheet), "peak", 1, 128)?.wholeSeconds?.p99 ?? Infinity;
  };
  const ends = [at("low"), at("high"), value];
  const times = evaluation.path!.stations.map(({ time }) => time.p99Seconds);
  return {
    p99Seconds: {
      value,
      low: Math.min(...ends),
      high: Math.max(...ends),
      unit: "s",
      from: sourcesOf([evaluation.path!.traffic.peak, ...times]),
    },
  };
}

const figuresOf = (component: SizedComponent): Figure[] =>
  [
    component.arrivalsPerSecond,
    component.serviceSeconds,
    component.utilisation,
    component.memoryBytes,
    component.storageBytes,
    component.costUsdPerMonth,
  ].filter((one) => one !== undefined);
