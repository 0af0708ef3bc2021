import { arch, cpus, platform, totalmem } from "node:os";
import { claims as claimsOf } from "../design/claims.ts";
import { systemClock, type Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { DesignDocument } from "../design/design.ts";
import { ceilingName, rankerName } from "../blueprints/recommendation/ranker-names.ts";
import type { Prepared } from "../run/prepare.ts";
import type { Claim, Verdict } from "./claim-shape.ts";
import type { Probe } from "./probe.ts";
import { probeFor } from "./probe-for.ts";
import { loadReport, type LoadReport, type ModelComparison, type VerificationReport } from "./report/report.ts";
import { evidenceName, keepLoad, keepOffline, type KeepEvidence } from "./evidence.ts";
import { predictionOf, type Prediction } from "./prediction.ts";
import { calibrationName, calibrationOf, calibrationText } from "./calibration.ts";
import { openTestBench, type BenchOptions, type TestBench } from "./test-bench.ts";
import { judge, untested } from "./verdict.ts";

export interface VerifyOptions extends BenchOptions {
  /** Only claims whose id begins with one of these. */
  readonly only?: readonly string[];
  readonly clock?: Clock;
  readonly keepEvidence?: KeepEvidence;
}

const order = ["reading", "loading", "disturbing"] as const;

/**
 * Holds every claim of a design against the system that was built from it: starts a serving process of its own, lets
 * every probe press on it, and judges what they measured.
 *
 * @throws {Problem} `verify/no-such-claim` when `only` matches nothing
 */
export async function verify(prepared: Prepared, options: VerifyOptions): Promise<VerificationReport> {
  const clock = options.clock ?? systemClock;
  const startedMillis = clock.nowMillis();
  const from = clock.elapsedMillis();
  const wanted = chosenClaims(prepared.document, options.only);
  const bench = await openTestBench(prepared, wanted, options);
  try {
    const verdicts = await judgeAll(wanted, bench);
    if (options.keepEvidence) await keepAll(bench, options.keepEvidence);
    const tookSeconds = (clock.elapsedMillis() - from) / 1000;
    return {
      design: prepared.plan.name,
      file: prepared.document.file,
      startedMillis,
      tookSeconds,
      verdicts,
      conditions: conditionsOf(prepared),
      loads: await loadsOf(bench, wanted),
      models: modelsOf(prepared),
      predictions: await predictionsOf(bench),
      notes: notesOf(prepared, options),
    };
  } finally {
    await bench.close();
  }
}

/**
 * The claims of a design whose id begins with one of the given texts; all of them without any.
 *
 * @throws {Problem} `verify/no-such-claim` when one of the texts fits no claim
 */
export function chosenClaims(document: DesignDocument, only: readonly string[] = []): Claim[] {
  const all = claimsOf(document);
  if (only.length === 0) return all;
  const idle = only.find((start) => !all.some(({ id }) => id.startsWith(start)));
  if (idle === undefined) return all.filter(({ id }) => only.some((start) => id.startsWith(start)));
  const meant = nearest(
    idle,
    all.map(({ id }) => id),
  );
  throw new Problem({
    code: "verify/no-such-claim",
    found: `No claim's id begins with \`${idle}\`.`,
    fix: `${meant ? `did you mean \`${meant}\`? ` : ""}\`plumb claims ${document.file}\` lists the ids`,
  });
}

async function keepAll(bench: TestBench, keep: KeepEvidence): Promise<void> {
  keepOffline(bench.prepared, keep);
  for (const at of bench.loaded) keepLoad(at, (await bench.load(at)).load, keep);
  await keepCalibration(bench, keep);
}

/** Times of steps for `plumb size --calibrate`, from the lower of the loads that were offered: less queues there. */
async function keepCalibration(bench: TestBench, keep: KeepEvidence): Promise<void> {
  const at = (["average", "peak"] as const).find((load) => bench.loaded.has(load));
  if (!at || bench.faults.length > 0) return;
  const { load, logged } = await bench.load(at);
  const measuredOn = `${load.perSecond} requests/s on ${conditionsOf(bench.prepared).machine}`;
  const calibration = calibrationOf(bench.prepared.plan.name, logged, measuredOn);
  if (calibration) keep(calibrationName, calibrationText(calibration));
}

/** The peak from the times of the average, where both were offered and nothing was broken on purpose. */
async function predictionsOf(bench: TestBench): Promise<Prediction[]> {
  if (!bench.loaded.has("average") || !bench.loaded.has("peak") || bench.faults.length > 0) return [];
  return [predictionOf(await bench.load("average"), await bench.load("peak"))];
}

async function judgeAll(wanted: readonly Claim[], bench: TestBench): Promise<Verdict[]> {
  const found = new Map<string, Verdict>();
  for (const phase of order) {
    for (const claim of wanted) {
      const known = probeFor(claim.kind);
      if ("none" in known) found.set(claim.id, untested(claim, known.none));
      else if (known.probe.order === phase) found.set(claim.id, await judgeOne(claim, known.probe, bench));
    }
  }
  return wanted.map(({ id }) => found.get(id)!);
}

async function judgeOne(claim: Claim, probe: Probe, bench: TestBench): Promise<Verdict> {
  const finding = await probe.measure(claim, bench);
  const verdict = "untested" in finding ? untested(claim, finding.untested) : judge(claim, finding);
  const evidence = evidenceName(claim, probe);
  return { ...verdict, probe: probe.name, ...(evidence && { evidence }) };
}

function conditionsOf({ data, release, seed, evaluation }: Prepared): VerificationReport["conditions"] {
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()} ${arch()}, Node ${process.versions.node}`,
    data: data.origin.text,
    dataVersion: data.dataVersion,
    model: release.version,
    testVisits: evaluation.visits,
    seed,
  };
}

async function loadsOf(bench: TestBench, wanted: readonly Claim[]): Promise<LoadReport[]> {
  const used = (["average", "peak"] as const).filter((at) => bench.loaded.has(at));
  const reports: LoadReport[] = [];
  for (const at of used) {
    const targets = wanted.flatMap(({ kind, conditions, target }) =>
      kind === "latency" && conditions["at"] === at && target
        ? [{ quantile: Number(conditions["percentile"]), millis: target.value }]
        : [],
    );
    reports.push(loadReport(at, (await bench.load(at)).load, { targets }));
  }
  return reports;
}

function modelsOf({ evaluation, plan, release }: Prepared): ModelComparison[] {
  const on = `${evaluation.visits.toLocaleString("en")} later visits of ${evaluation.households.toLocaleString("en")} ${plan.forWhom}s`;
  return [...Map.groupBy(evaluation.rows, ({ metric }) => metric)].map(([metric, rows]) => ({
    metric,
    on,
    rows: rows.map(({ ranker, estimate }) => ({
      name: ranker,
      value: estimate.value,
      interval: estimate.interval,
      role: roleOf(ranker, plan.baseline.name, release.released),
    })),
  }));
}

function roleOf(ranker: string, baseline: string, released: boolean): "baseline" | "candidate" | "live" | "ceiling" {
  if (ranker === baseline) return released ? "baseline" : "live";
  if (ranker === ceilingName) return "ceiling";
  return ranker === rankerName && released ? "live" : "candidate";
}

function notesOf({ release, data }: Prepared, { faults = [] }: VerifyOptions): string[] {
  const warnings = data.reports.flatMap((report) => report.warnings.map((text) => `${report.source}: ${text}`));
  return [
    `Release gate: ${release.released ? "open" : "closed, the baseline serves"}. ${release.because}`,
    ...faults.map((fault) => `Fault injected on purpose: ${fault}`),
    ...warnings,
  ];
}
