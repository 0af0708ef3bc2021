/** What `npm run bench` prints: every measurement against its peer, in one run. Names of benches choose some of them. */
import { arch, cpus } from "node:os";
import { benchTable, type BenchRow } from "./bench-row.ts";

const benches: Readonly<Record<string, () => Promise<{ run(): Promise<BenchRow[]> }>>> = {
  parse: () => import("./parse.ts"),
  "training-set": () => import("./training-set.ts"),
  recommend: () => import("./recommend.ts"),
  http: () => import("./http.ts"),
  scoring: () => import("./scoring.ts"),
  trees: () => import("./trees.ts"),
  als: () => import("./als.ts"),
  simulator: () => import("./simulator.ts"),
  "review-markdown": () => import("./review-markdown.ts"),
  drawing: () => import("./drawing.ts"),
  sizing: () => import("./sizing.ts"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}.\n`);
  process.exit(2);
}

process.stdout.write(`${cpus().length} × ${cpus()[0]?.model.trim()}, ${arch()}, Node ${process.versions.node}\n`);
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`… ${name}\n`);
  const rows = await (await load()).run();
  process.stdout.write(`\n${name}\n${rows.length > 0 ? benchTable(rows) : "skipped, see above"}\n`);
}
