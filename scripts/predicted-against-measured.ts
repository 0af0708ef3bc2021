/**
 * Predicted against measured on the grocery example: times at a low load, and at half of capacity, predict p50 and p99 at
 * 50%, 70% and 80% of the capacity that is found by offering more and more. `node scripts/predicted-against-measured.ts [work folder]`.
 * It takes some minutes, and says nothing on a machine that others work on.
 */
import { parseDesign } from "../src/design/parse.ts";
import { exampleText } from "../src/operations/files/examples.ts";
import { prepare } from "../src/run/prepare.ts";
import { observeLoad, type LoadObservation } from "../src/verify/observed-load.ts";
import { predictedCapacity, predictionOf, ratioOf, type Pair } from "../src/verify/prediction.ts";
import { offerRecommendations } from "../src/verify/recommend-load.ts";
import { openTestBench, type TestBench } from "../src/verify/test-bench.ts";

const lowPerSecond = 100;
const seconds = 60;
/** Of requests, that may be answered by the fallback or not at all at what is still called capacity. */
const lostShare = 0.01;
const tell = (text: string) => process.stderr.write(`… ${text}\n`);
const say = (text: string) => process.stdout.write(`${text}\n`);
const round = (value: number) => String(Number(value.toPrecision(3)));

const { document } = parseDesign(exampleText("grocery"), "grocery.design.yaml");
const prepared = await prepare(document!, { workFolder: process.argv[2] ?? ".plumb", seed: "1", onProgress: tell });
const bench = await openTestBench(prepared, [], { onProgress: () => undefined });
try {
  await observe(lowPerSecond, 10);
  const low = await observe(lowPerSecond, seconds);
  const capacity = await measuredCapacity(bench);
  const predicted = predictedCapacity(low);
  say(
    `From ${lowPerSecond} requests/s: capacity predicted ${round(predicted)} requests/s, found ${round(capacity)}, ratio ${round(predicted / capacity)}.`,
  );
  say("");
  say("| times taken at | load | requests/s | busy | p50 | p99 | generator |");
  say("|---|---|---|---|---|---|---|");
  const half = await observe(Math.round(capacity * 0.5), seconds);
  row(low, 0.5, half);
  for (const share of [0.7, 0.8]) {
    const loaded = await observe(Math.round(capacity * share), seconds);
    row(low, share, loaded);
    row(half, share, loaded);
  }
} finally {
  await bench.close();
}

function row(from: LoadObservation, share: number, loaded: LoadObservation): void {
  const { fromPerSecond, perSecond, busy, p50Millis, p99Millis, refusal } = predictionOf(from, loaded);
  const cells = [
    pairText(busy, (value) => `${Math.round(value * 100)}%`),
    ...[p50Millis, p99Millis].map((pair) => pairText(pair, (value) => `${round(value)} ms`)),
  ];
  say(`| ${fromPerSecond}/s | ${share * 100}% | ${perSecond} | ${cells.join(" | ")} | ${refusal ?? "steady"} |`);
}

function pairText(pair: Pair, text: (value: number) => string): string {
  return `${text(pair.predicted)} / ${text(pair.measured)} = ${ratioOf(pair).toFixed(2)}`;
}

/** A load of a length of our own. */
async function observe(perSecond: number, length: number): Promise<LoadObservation> {
  tell(`offering ${perSecond} requests/s for ${length} s`);
  const changed = {
    ...bench,
    perSecond: { ...bench.perSecond, average: perSecond },
    requests: { ...bench.requests, average: perSecond * length },
  };
  return await observeLoad(changed, "average");
}

/** The largest load, in steps of 50 requests/s, of which less than a hundredth is lost. */
async function measuredCapacity(from: TestBench): Promise<number> {
  for (let perSecond = 400; ; perSecond += 50) {
    const load = { name: `ramp ${perSecond}`, doing: "ramp", perSecond, seconds: 6, warmUpSeconds: 2 };
    const { requests, errors, fallbacks } = await offerRecommendations(from, { ...load, timeoutMillis: 2000 });
    tell(`${perSecond} requests/s: ${errors + fallbacks} of ${requests} lost`);
    if (errors + fallbacks > lostShare * requests) return perSecond - 50;
  }
}
