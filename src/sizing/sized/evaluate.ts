import { derived, sumOf, type Figure } from "./figure.ts";
import { storageComponents, storeComponents } from "./data-components.ts";
import { machinesUsdPerMonth, unstatedMachine } from "./machine-cost.ts";
import {
  cacheComponents,
  deviceComponent,
  indexComponents,
  labelComponents,
  languageComponents,
  trainingComponent,
} from "./model-components.ts";
import { poolsOf, type Pool } from "./pools.ts";
import { answerPath, type PathAnswer } from "./response.ts";
import { Sheet } from "./sheet.ts";
import type { ComponentFacts } from "./sized.ts";
import { pathOf, requestsAtOnce, type SizedPath, type SizedStation } from "./stations.ts";
import { trafficOf, type Traffic } from "./traffic.ts";
import { batchComponent, copiesNeeded, poolComponents } from "./work-components.ts";

/** A design once read, with what asks nothing of chance or of people: what questions are answered from. */
export interface Evaluation {
  readonly sheet: Sheet;
  readonly traffic: Traffic | undefined;
  readonly path: SizedPath | undefined;
  readonly parts: readonly ComponentFacts[];
}

export function evaluate(sheet: Sheet): Evaluation {
  const path = pathOf(sheet);
  const traffic = path?.traffic ?? trafficOf(sheet);
  const pools = path?.pools ?? poolsOf(sheet);
  const trains = pools.some(({ name }) => /train/i.test(name));
  const parts = [
    ...poolComponents(sheet, pools, traffic),
    ...cacheComponents(sheet, traffic),
    ...storeComponents(sheet),
    ...indexComponents(sheet),
    ...languageComponents(sheet, traffic),
    ...storageComponents(sheet),
    batchComponent(sheet),
    trainingComponent(sheet, trains),
    deviceComponent(sheet),
    ...labelComponents(sheet),
  ].filter((part) => part !== undefined);
  return { sheet, traffic, path, parts };
}

/** Busy share of a station at the stated peak, by the surest way there is. */
export function utilisationOf({ traffic, hits }: SizedPath, station: SizedStation): Figure {
  const { time, servers, otherWork, pool, shards } = station;
  const visits =
    station.step < 0 || !hits ? traffic.peak : derived("/s", [traffic.peak, hits], (rate, share) => rate * (1 - share));
  if (servers === Infinity) return derived("share", [visits], () => 0);
  const exact = pool?.utilisation && station.step < 0 && shards === 1;
  if (exact) return pool.utilisation!;
  return derived("share", [visits, time.meanSeconds], (rate, seconds) => (rate * (1 + otherWork) * seconds) / servers);
}

/** Copies that a station needs at a multiple of the stated peak. */
export function stationCopies(path: SizedPath, station: SizedStation, times: number): Figure | undefined {
  const { replicas, pool } = station;
  if (!replicas) return undefined;
  const busy = utilisationOf(path, station);
  const planned =
    pool?.utilisation && pool.utilisation.value > path.targetUtilisation.value
      ? pool.utilisation
      : path.targetUtilisation;
  return copiesNeeded(replicas, busy, planned, times);
}

/** What a station's machines cost at a multiple of the stated peak: those that are there, or those that are needed. */
export function stationUsd({ sheet, path }: Evaluation, station: SizedStation, times: number): Figure | undefined {
  const { replicas, pool } = station;
  if (!path || !replicas) return undefined;
  const needed = stationCopies(path, station, times)!;
  const copies = times <= 1 || needed.value < replicas.value ? replicas : needed;
  if (!pool) return machinesUsdPerMonth(sheet, unstatedMachine(requestsAtOnce(sheet).value), copies);
  return machinesUsdPerMonth(sheet, pool.parts, copies);
}

/** Stations of one pool cost what the one that needs most copies costs, once. */
export function payingStations({ path }: Evaluation): SizedStation[] {
  const seen = new Set<Pool>();
  return (path?.stations ?? []).filter(({ pool, step }) => {
    if (step < 0) return false;
    if (!pool) return true;
    return !seen.has(pool) && seen.add(pool);
  });
}

/** All costs at a multiple of the stated load. */
export function costAt(evaluation: Evaluation, times: number): Figure {
  const machines = payingStations(evaluation).flatMap((station) => stationUsd(evaluation, station, times) ?? []);
  const parts = evaluation.parts.flatMap((part) => partUsd(evaluation, part, times) ?? []);
  return sumOf("$/month", [...machines, ...parts]);
}

/** Storage, tokens and machines beside the path follow the load; the rest stays. */
export function partUsd({ path }: Evaluation, part: ComponentFacts, times: number): Figure | undefined {
  const { costUsdPerMonth: usd, grows, replicas } = part;
  if (!usd || !grows || times === 1) return usd;
  if (!replicas?.stated) return derived("$/month", [usd], (cost) => cost * times);
  const station = path?.stations.find(({ step, name }) => step < 0 && name === part.name);
  const needed =
    station && path ? stationCopies(path, station, times)! : copiesNeeded(replicas.stated, undefined, undefined, times);
  const more = Math.max(1, needed.value / replicas.stated.value);
  return derived("$/month", [usd], (cost) => cost * more);
}

/** What the path does at a multiple of the stated average or peak. */
export function answerAt(
  { path }: Evaluation,
  at: "average" | "peak",
  times: number,
  cells?: number,
): PathAnswer | undefined {
  return path && answerPath(path, path.traffic[at].value * times, cells);
}
