import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rankerScript } from "../src/advice/deep/ranker-script.ts";
import { twoTowerScript } from "../src/advice/deep/two-tower-script.ts";
import { readDesign } from "../src/operations/files/read-design.ts";

/**
 * Writes the PyTorch training scripts that Plumbline proposes for a design:
 *
 *     node scripts/write-training-scripts.ts DESIGN --out FOLDER
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: "." } },
});
const { design } = await readDesign(positionals[0] ?? "examples/grocery/grocery.design.yaml");
mkdirSync(values.out, { recursive: true });
const say = (text: string): void => void process.stdout.write(`${text}\n`);
for (const script of [twoTowerScript(design), rankerScript(design)]) {
  if ("missing" in script) {
    for (const { path, why } of script.missing) say(`not yet: ${path}: ${why}`);
    process.exitCode = 2;
    continue;
  }
  writeFileSync(join(values.out, script.file), script.text);
  say(`${join(values.out, script.file)}\n  table: ${script.columns.join(", ")}\n  needs: ${script.needs.join("; ")}`);
  for (const { name, because } of script.leftOut) say(`  without ${name}: ${because}`);
  for (const assumed of script.assumes) say(`  assumed: ${assumed}`);
}
