import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { parseDesign } from "../src/design/parse.ts";
import { systemClock } from "../src/kit/clock.ts";
import { benchRow, benchTable, isMain, type BenchRow } from "./bench-row.ts";

const root = join(import.meta.dirname, "..");
const rounds = 15;

/** Reading and checking the largest example design, beside only reading its YAML with the library underneath. */
export async function run(): Promise<BenchRow[]> {
  const texts = globSync("examples/*/*.design.yaml", { cwd: root }).map((path) =>
    readFileSync(join(root, path), "utf8"),
  );
  const largest = texts.reduce((most, text) => (text.length > most.length ? text : most));
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(millisOf(() => parseDesign(largest)));
    times.peer.push(millisOf(() => parse(largest)));
  }
  return [
    benchRow({
      what: `parse and check a design of ${largest.split("\n").length} lines`,
      ours: median(times.ours),
      peer: median(times.peer),
      unit: "ms",
      peerName: "yaml alone, nothing checked",
      note: `first time, nothing warm: ${times.ours[0]!.toFixed(0)} ms`,
      better: "lower",
    }),
  ];
}

function millisOf(act: () => unknown): number {
  const start = systemClock.elapsedMillis();
  act();
  return systemClock.elapsedMillis() - start;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
