import { seededRandom } from "../../../kit/random.ts";
import type { Claim, Measurement, Verdict } from "../../claim-shape.ts";
import { emptyRecords, latenciesMillis } from "../../load/records.ts";
import { loadTimeline } from "../../load/timeline.ts";
import { quantileOf } from "../../../kit/interval.ts";
import { judge, untested } from "../../verdict.ts";
import type { LoadReport, ModelComparison, VerificationReport } from "../report.ts";

const FILE = "examples/grocery/grocery.design.yaml";

type Sketch = readonly [
  stage: Claim["stage"],
  kind: Claim["kind"],
  line: number,
  sentence: string,
  stated: string,
  target: Claim["target"],
  found: readonly [value: number, low: number, high: number, n: number, unit: string] | string,
];

const ms = (value: number): Claim["target"] => ({ comparison: "<=", value, unit: "ms" });
const atMost = (value: number): Claim["target"] => ({ comparison: "<=", value, unit: "share" });
const atLeast = (value: number, unit = "share"): Claim["target"] => ({ comparison: ">=", value, unit });

const sketches: readonly Sketch[] = [
  [
    "requirements",
    "keeps-up",
    18,
    "it keeps up with 60/s (average): at least 99% of arrivals are answered",
    "60/s",
    atLeast(0.99),
    [1, 0.9996, 1, 10_213, "requests"],
  ],
  [
    "requirements",
    "keeps-up",
    18,
    "it keeps up with 200/s (peak): at least 99% of arrivals are answered",
    "200/s",
    atLeast(0.99),
    [0.9994, 0.9987, 0.9998, 12_031, "requests"],
  ],
  [
    "requirements",
    "growth",
    20,
    "it still holds after growing 10x in 2y",
    "10x in 2y",
    null,
    "growth by ten cannot be offered on one machine; the size page works it out",
  ],
  [
    "requirements",
    "budget",
    24,
    "running it costs at most 500 $/month",
    "500 $/month",
    { comparison: "<=", value: 500, unit: "$/month" },
    "nothing here has a price to measure",
  ],
  [
    "metrics",
    "offline-metric",
    30,
    "ndcg@10 is at least 0.20 on later data",
    ">= 0.20",
    atLeast(0.2, "ndcg@10"),
    [0.241, 0.233, 0.249, 1482, "households"],
  ],
  [
    "metrics",
    "beats-baseline",
    30,
    "ndcg@10 beats popularity by 20% relative on the same later data",
    "20% relative",
    atLeast(0.2, "relative"),
    [0.243, 0.181, 0.31, 1482, "households"],
  ],
  [
    "metrics",
    "offline-metric",
    31,
    "recall@300 of candidates is at least 0.60 on later data",
    ">= 0.60",
    atLeast(0.6, "recall@300"),
    [0.713, 0.702, 0.724, 1482, "households"],
  ],
  [
    "metrics",
    "latency",
    35,
    "latency p99 is at most 80ms at peak (200/s)",
    "<= 80ms",
    ms(80),
    [212.4, 205.1, 221.7, 12_031, "requests"],
  ],
  [
    "metrics",
    "latency",
    36,
    "latency p50 is at most 20ms at average (60/s)",
    "<= 20ms",
    ms(20),
    [6.31, 6.2, 6.44, 10_213, "requests"],
  ],
  [
    "metrics",
    "error-rate",
    37,
    "errorRate is at most 0.1% at peak (200/s)",
    "<= 0.1%",
    atMost(0.001),
    [0.00058, 0.00018, 0.0013, 12_031, "requests"],
  ],
  [
    "metrics",
    "coverage",
    38,
    "coverage of the catalogue is at least 20%",
    ">= 20%",
    atLeast(0.2, "coverage"),
    [0.462, 0.462, 0.462, 1000, "items"],
  ],
  [
    "data",
    "data-check",
    56,
    "in transactions, household_id not null",
    "household_id not null",
    { comparison: "<=", value: 0, unit: "violations" },
    [0, 0, 0, 75_000, "rows"],
  ],
  [
    "data",
    "source-freshness",
    53,
    "transactions can be used at most 1m after an event",
    "1m",
    ms(60_000),
    [41, 12, 93, 240, "events"],
  ],
  [
    "features",
    "feature-freshness",
    89,
    "pair_buys_180d shows an event at most 1m after it arrived",
    "1m",
    ms(60_000),
    [38, 11, 88, 240, "events"],
  ],
  [
    "features",
    "feature-parity",
    89,
    "the served feature vectors equal the training vectors of the same moment",
    "one definition each",
    { comparison: "<=", value: 0, unit: "differences" },
    [0, 0, 0, 2000, "vectors"],
  ],
  [
    "model",
    "exploration-share",
    119,
    "5% of lists give their last place to chance",
    "5%",
    { comparison: "=", value: 0.05, unit: "share" },
    [0.0493, 0.0455, 0.0533, 12_031, "requests"],
  ],
  [
    "model",
    "training-cadence",
    120,
    "a new model is trained every 1d",
    "1d",
    null,
    "a day does not pass during a verification",
  ],
  [
    "serving",
    "step-budget",
    129,
    "99 of 100 requests spend at most 15ms in retrieve at peak (200/s)",
    "15ms",
    ms(15),
    [3.1, 2.9, 3.4, 12_031, "requests"],
  ],
  [
    "serving",
    "step-budget",
    131,
    "99 of 100 requests spend at most 40ms in rank at peak (200/s)",
    "40ms",
    ms(40),
    [204.8, 203.9, 206.2, 12_031, "requests"],
  ],
  [
    "serving",
    "fallback",
    134,
    "while no ranker lives, popularity answers and says so, with at most 0.1% errors",
    "popularity",
    atMost(0.001),
    [0, 0, 0.00061, 6030, "requests"],
  ],
  [
    "serving",
    "rollout",
    135,
    "a release passes shadow and canary, and is rolled back automatic",
    "automatic",
    null,
    "releases in steps are not built yet",
  ],
  [
    "monitoring",
    "drift-detected",
    139,
    "the drift alarm on features (above psi 0.2) fires under injected drift, 95 times of 100",
    "> 0.2",
    atLeast(0.95),
    [1, 0.9817, 1, 200, "repetitions"],
  ],
  [
    "monitoring",
    "drift-silent",
    139,
    "the drift alarm on features (above psi 0.2) stays silent without drift, 95 times of 100",
    "> 0.2",
    atLeast(0.95),
    [0.965, 0.929, 0.986, 200, "repetitions"],
  ],
  [
    "monitoring",
    "decay-alarm",
    141,
    "an alarm fires when ndcg@10 falls 10% below launch",
    "10% below launch",
    null,
    "labels of a week are needed",
  ],
];

/** A verdict as a probe would give it, from a line of the table above. */
function sampleVerdict([stage, kind, line, sentence, stated, target, found]: Sketch, index: number): Verdict {
  const path = `${stage}.sample[${index}]`;
  const claim: Claim = {
    id: `${kind}-${index}`,
    kind,
    stage,
    sentence,
    path,
    stated,
    target,
    conditions: {},
    place: { file: FILE, line, column: 5, path },
  };
  if (typeof found === "string") return untested(claim, found);
  const [value, low, high, sampleSize, sampleUnit] = found;
  const measured: Measurement = {
    value,
    interval: { low, high, confidence: low === high ? 1 : 0.95 },
    unit: target!.unit,
    sampleSize,
    sampleUnit,
    conditions: { load: "200/s", seed: 7 },
  };
  return { ...judge(claim, measured), probe: kind, evidence: `evidence/${kind}.json` };
}

/** A report of a made-up verification with a broken claim, a stall and a killed ranker, for tests and for looking. */
export function sampleReport(): VerificationReport {
  return {
    design: "grocery",
    file: FILE,
    startedMillis: Date.UTC(2026, 10, 21, 9, 30),
    tookSeconds: 148,
    verdicts: sketches.map(sampleVerdict),
    conditions: {
      machine: "2 cores, 2 GiB, Linux",
      node: "24.21.0",
      seed: 7,
      data: "world grocery, seed 7, 412,310 events",
      model: "ranker-3 (9f31c2)",
    },
    loads: [
      sampleLoad("at average", 60, 170, 6, []),
      sampleLoad("at peak", 200, 60, 38, [
        { second: 30, label: "ranker killed" },
        { second: 36, label: "ranker back" },
      ]),
    ],
    models: sampleModels,
    predictions: [
      {
        name: "at peak",
        perSecond: 200,
        fromPerSecond: 60,
        busy: { predicted: 0.31, measured: 0.3 },
        p50Millis: { predicted: 11.2, measured: 10.4 },
        p99Millis: { predicted: 61, measured: 212 },
      },
    ],
  };
}

const sampleModels: readonly ModelComparison[] = [
  {
    metric: "ndcg@10",
    on: "1,482 households, the last 10 % of the time",
    rows: [
      { name: "popularity", role: "baseline", value: 0.194, interval: { low: 0.186, high: 0.202, confidence: 0.95 } },
      { name: "ALS", role: "candidate", value: 0.171, interval: { low: 0.164, high: 0.178, confidence: 0.95 } },
      {
        name: "bought before",
        role: "candidate",
        value: 0.219,
        interval: { low: 0.211, high: 0.227, confidence: 0.95 },
      },
      { name: "LambdaMART", role: "live", value: 0.241, interval: { low: 0.233, high: 0.249, confidence: 0.95 } },
      {
        name: "the world's truth",
        role: "ceiling",
        value: 0.262,
        interval: null,
        note: "best reachable in this simulated world",
      },
    ],
  },
];

function sampleLoad(
  name: string,
  perSecond: number,
  seconds: number,
  medianMillis: number,
  marks: LoadReport["marks"] & object,
): LoadReport {
  const random = seededRandom(name);
  const count = perSecond * seconds;
  const records = emptyRecords(Float64Array.from({ length: count }, (_, i) => (i / perSecond) * 1000));
  for (let i = 0; i < count; i++) {
    const second = i / perSecond;
    const killed = marks.length > 0 && second > 30 && second < 36;
    records.fallback[i] = killed ? 1 : 0;
    records.errorKind[i] = killed && second < 30.04 ? 2 : 0;
    const slow = name === "at peak" && random.next() < 0.02 ? 200 : 0;
    records.doneMillis[i] = second * 1000 + medianMillis * Math.exp(0.35 * random.normal()) * (killed ? 0.2 : 1) + slow;
  }
  const sorted = latenciesMillis(records, 1000).sort();
  const quantiles = Array.from({ length: Math.floor(10 * Math.log10(count / 10)) + 1 }, (_, i) =>
    Math.max(0.001, 1 - 10 ** (-i / 10)),
  );
  return {
    name,
    perSecond,
    requests: count,
    errors: records.errorKind.filter((kind) => kind !== 0).length,
    fallbacks: records.fallback.filter((flag) => flag === 1).length,
    curve: quantiles.map((quantile) => ({ quantile, millis: quantileOf(sorted, quantile) })),
    timeline: loadTimeline(records, 1000, 0),
    marks,
    targets: name === "at peak" ? [{ quantile: 0.99, millis: 80 }] : [{ quantile: 0.5, millis: 20 }],
  };
}
