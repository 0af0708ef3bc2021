import Table from "cli-table3";

/** One thing measured side by side with a peer, in one run on one machine. */
export interface BenchRow {
  readonly what: string;
  readonly ours: number;
  readonly peer: number;
  readonly unit: string;
  /** How many times better ours is: 2 is half the time, or twice the throughput; below 1 the peer is ahead. */
  readonly ratio: number;
  readonly peerName: string;
  readonly note?: string;
}

/** A row whose ratio follows from its two numbers. */
export function benchRow(row: Omit<BenchRow, "ratio"> & { readonly better: "lower" | "higher" }): BenchRow {
  const { better, ...facts } = row;
  return { ...facts, ratio: better === "lower" ? facts.peer / facts.ours : facts.ours / facts.peer };
}

/** The rows as text, the notes below. */
export function benchTable(rows: readonly BenchRow[]): string {
  const table = new Table({
    head: ["what", "ours", "peer", "unit", "ratio", "peer is"],
    style: { head: [], border: [] },
  });
  for (const { what, ours, peer, unit, ratio, peerName } of rows) {
    table.push([what, short(ours), short(peer), unit, `${short(ratio)}x`, peerName]);
  }
  const notes = rows.filter(({ note }) => note !== undefined).map(({ what, note }) => `${what}: ${note}`);
  return [table.toString(), ...notes].join("\n");
}

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Whether a module is the one the process was started with: benches run alone or together. */
export const isMain = (meta: ImportMeta): boolean => process.argv[1] === meta.filename;
