/**
 * Predicted against measured on the grocery example: the times of its steps at a low load predict p50 and p99 at 50%, 70%
 * and 80% of the capacity that is found by offering too much. `node scripts/predicted-against-measured.ts [work folder]`.
 * It takes some minutes, and says nothing on a machine that others work on.
 */
import { parseDesign } from "../src/design/parse.ts";
import { quantileOf } from "../src/kit/interval.ts";
import { exampleText } from "../src/operations/files/examples.ts";
import { prepare } from "../src/run/prepare.ts";
import { figure } from "../src/sizing/sized/index.ts";
import { answerPath } from "../src/sizing/sized/response.ts";
import type { SizedPath, SizedStation } from "../src/sizing/sized/stations.ts";
import { observeLoad, type LoadObservation } from "../src/verify/observed-load.ts";
import { offerRecommendations } from "../src/verify/recommend-load.ts";
import { openTestBench, type TestBench } from "../src/verify/test-bench.ts";

const lowPerSecond = 20;
const seconds = 30;
const tell = (text: string) => process.stderr.write(`… ${text}\n`);

const { document } = parseDesign(exampleText("grocery"), "grocery.design.yaml");
const prepared = await prepare(document!, { workFolder: process.argv[2] ?? ".plumb", seed: "1", onProgress: tell });
const bench = await openTestBench(prepared, [], { onProgress: () => undefined });
try {
  tell(`measuring steps at ${lowPerSecond} requests/s`);
  const low = await observe(bench, lowPerSecond, 60);
  const path = pathOf(low);
  const capacity = await measuredCapacity(bench);
  const predicted = 1 / Math.max(...answerPath(path, 1).stations.map(({ utilisation }) => utilisation));
  say(
    `capacity: predicted ${round(predicted)} requests/s, measured ${round(capacity)}, ratio ${(predicted / capacity).toFixed(2)}`,
  );
  say("\n| load | requests/s | p50 predicted | measured | ratio | p99 predicted | measured | ratio | generator |");
  say("|---|---|---|---|---|---|---|---|---|");
  for (const share of [0.5, 0.7, 0.8]) await compare(path, share, Math.round(capacity * share));
} finally {
  await bench.close();
}

async function compare(path: SizedPath, share: number, perSecond: number): Promise<void> {
  const { load } = await observe(bench, perSecond, seconds);
  const times = load.latencyMillis.toSorted();
  const whole = answerPath(path, perSecond).wholeSeconds;
  const cells = (["p50", "p99"] as const).flatMap((name) => {
    const [found, said] = [quantileOf(times, name === "p50" ? 0.5 : 0.99), whole ? whole[name] * 1000 : Infinity];
    return [`${round(said)} ms`, `${round(found)} ms`, (said / found).toFixed(2)];
  });
  say(`| ${share * 100}% | ${perSecond} | ${cells.join(" | ")} | ${load.saturated ?? "steady"} |`);
}

/** A load of a length of our own, with what the decision log says of it. */
async function observe(from: TestBench, perSecond: number, length: number): Promise<LoadObservation> {
  const requests = perSecond * length;
  const changed = {
    ...from,
    perSecond: { ...from.perSecond, average: perSecond },
    requests: { ...from.requests, average: requests },
  };
  return await observeLoad(changed, "average");
}

/** What is answered in full when far more is offered than can be done. */
async function measuredCapacity(from: TestBench): Promise<number> {
  tell("offering too much");
  const load = {
    name: "too much",
    doing: "too much",
    perSecond: 1500,
    seconds: 10,
    warmUpSeconds: 3,
    timeoutMillis: 2000,
  };
  const { requests, errors, fallbacks } = await offerRecommendations(from, load);
  return (requests - errors - fallbacks) / 10;
}

/**
 * The process as it is: one thread that reads, retrieves, looks features up, reorders and answers, and one worker that
 * ranks. What a request takes beside its steps is added to the thread.
 */
function pathOf({ load, logged }: LoadObservation): SizedPath {
  const { rank = new Float64Array(), ...others } = logged.stepMillis;
  const thread = Array.from(rank, (_, at) => Object.values(others).reduce((sum, millis) => sum + (millis[at] ?? 0), 0));
  const steps = thread.map((millis, at) => millis + rank[at]!).sort((a, b) => a - b);
  const beside = Math.max(0, quantileOf(load.latencyMillis.toSorted(), 0.5) - quantileOf(steps, 0.5));
  tell(
    `medians: thread ${round(
      quantileOf(
        thread.toSorted((a, b) => a - b),
        0.5,
      ),
    )} ms, rank ${round(quantileOf(rank.toSorted(), 0.5))} ms, beside ${round(beside)} ms`,
  );
  const rate = figure(lowPerSecond, "/s", { kind: "measured", what: "low load" });
  const stations = [
    station(
      "thread",
      thread.map((millis) => millis + beside),
    ),
    station("rank", [...rank]),
  ];
  return {
    traffic: { average: rate, peak: rate },
    hits: undefined,
    stations,
    pools: [],
    targetUtilisation: rate,
    arrivalVariation: 1,
  };
}

function station(name: string, millis: readonly number[]): SizedStation {
  const valuesSeconds = millis.map((one) => Math.max(1e-6, one / 1000));
  const mean = valuesSeconds.reduce((sum, one) => sum + one, 0) / valuesSeconds.length;
  const seconds = figure(mean, "s", { kind: "measured", what: `${millis.length} requests` });
  const time = {
    p50Seconds: seconds,
    p99Seconds: seconds,
    meanSeconds: seconds,
    distribution: { kind: "empirical", valuesSeconds },
  } as const;
  return {
    name,
    step: 0,
    time,
    servers: 1,
    shards: 1,
    otherWork: 0,
    resource: name,
    pool: undefined,
    replicas: undefined,
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}
