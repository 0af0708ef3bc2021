import elk from "elkjs/lib/elk.bundled.js";
import { systemClock } from "../src/kit/clock.ts";
import type { Graph } from "../src/drawing/graph.ts";
import { layOut } from "../src/drawing/index.ts";
import { sampleGraph } from "../src/drawing/testing/graphs.ts";
import { recommender } from "../src/drawing/testing/recommender.ts";
import { benchRow, benchTable, isMain, type BenchRow } from "./bench-row.ts";

/** A whole layout, lines and labels included, beside ELK laying out and routing the same boxes without zones. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const graph of [recommender, sampleGraph(40, 6, 52, 4)]) {
    const times = await alternate(
      7,
      () => layOut(graph),
      () => elkAlone(graph),
    );
    rows.push(
      benchRow({
        what: `layout of ${graph.nodes.length} cards, ${graph.edges.length} lines`,
        ...times,
        unit: "ms",
        peerName: "ELK layered alone",
        note: "medians of alternating rounds; ELK alone knows no zones and lets labels and lines of zones cross",
        better: "lower",
      }),
    );
  }
  return rows;
}

async function elkAlone({ nodes, edges }: Graph): Promise<unknown> {
  return new elk.default().layout({
    id: "root",
    layoutOptions: { "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.edgeRouting": "ORTHOGONAL" },
    children: nodes.map(({ id }) => ({ id, width: 170, height: 60 })),
    edges: edges.map(({ from, to, label }, at) => ({
      id: `edge ${at}`,
      sources: [from],
      targets: [to],
      labels: label === undefined ? [] : [{ text: label, width: label.length * 7, height: 17 }],
    })),
  });
}

/** Median milliseconds over rounds in which both take turns, the first one left out. */
async function alternate(rounds: number, ours: () => Promise<unknown>, peer: () => Promise<unknown>) {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    const start = systemClock.elapsedMillis();
    await ours();
    const middle = systemClock.elapsedMillis();
    await peer();
    const end = systemClock.elapsedMillis();
    if (round === 0) continue;
    times.ours.push(middle - start);
    times.peer.push(end - middle);
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
