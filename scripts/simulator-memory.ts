/**
 * Simulates 100 million events (or as many millions as are given) of a network with shards, timeouts and retries, in one
 * replication, and prints the memory of the process on the way. Run by hand: `node scripts/simulator-memory.ts`
 */
import { seededRandom } from "../src/kit/random.ts";
import { compile } from "../src/sizing/simulator/compile.ts";
import { Engine } from "../src/sizing/simulator/engine.ts";
import type { Network } from "../src/sizing/simulator/network.ts";

const millions = Number(process.argv[2] ?? 100);
const network: Network = {
  stations: [
    { name: "features", servers: 6, service: { kind: "lognormal", p50Seconds: 0.004, p99Seconds: 0.02 } },
    { name: "index", servers: 2, copies: 4, service: { kind: "exponential", meanSeconds: 0.001 } },
    { name: "ranker", servers: 8, service: { kind: "gamma", meanSeconds: 0.008, shape: 4 }, queueLimit: 100 },
  ],
  flows: [
    {
      name: "requests",
      arrivals: { kind: "bursts", calmPerSecond: 500, burstPerSecond: 900, calmSeconds: 10, burstSeconds: 2 },
      steps: [
        { station: "features" },
        { station: "index", timeoutSeconds: 0.02, retries: 1 },
        { station: "ranker", timeoutSeconds: 0.05, fallback: { kind: "deterministic", seconds: 0 } },
      ],
    },
  ],
};

const facts = { warmUpSeconds: 10, endSeconds: Infinity, mostInSystem: 1_000_000 };
const engine = new Engine(compile(network), facts, seededRandom("memory"));
const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

for (let seconds = 500, printed = -1; engine.events < millions * 1e6; seconds += 500) {
  engine.advance(seconds);
  const tens = Math.floor(engine.events / 1e7);
  if (tens === printed) continue;
  printed = tens;
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  process.stdout.write(
    `${(engine.events / 1e6).toFixed(0).padStart(4)} M events: ${mebibytes(rss)} MiB resident, ` +
      `${mebibytes(heapUsed)} in objects, ${mebibytes(arrayBuffers)} in arrays\n`,
  );
}
