import { parseDesign } from "../src/design/parse.ts";
import { exampleNames, exampleText } from "../src/operations/files/examples.ts";
import { sizeDesign } from "../src/sizing/sized/index.ts";
import { type BenchRow, benchRow, benchTable, isMain } from "./bench-row.ts";

const rounds = 15;
/** What was promised for any example, in milliseconds. */
const promised = 50;

/** Every number of every example in closed form, against what was promised; processor time, since others may be busy. */
export async function run(): Promise<BenchRow[]> {
  const times = exampleNames().map((name) => ({ name, millis: medianMillis(name) }));
  const sorted = times.toSorted((one, other) => one.millis - other.millis);
  const [middle, slowest] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
  return [row("size a design, the middle one", middle), row("size a design, the slowest", slowest)];
}

function row(what: string, { name, millis }: { readonly name: string; readonly millis: number }): BenchRow {
  return benchRow({
    what,
    ours: millis,
    peer: promised,
    unit: "ms",
    better: "lower",
    peerName: "the promise",
    note: name,
  });
}

function medianMillis(name: string): number {
  const document = parseDesign(exampleText(name), name).document!;
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    sizeDesign(document);
    return process.cpuUsage(before).user / 1000;
  });
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)]!;
}

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
