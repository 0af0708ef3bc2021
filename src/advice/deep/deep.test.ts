import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MissingFacts } from "./facts.ts";
import { pythonLiteral } from "./python-literal.ts";
import { rankerScript } from "./ranker-script.ts";
import type { DeepScript } from "./script.ts";
import { designOf, smallShop } from "./testing/small-shop.ts";
import { twoTowerScript } from "./two-tower-script.ts";

const golden = join(import.meta.dirname, "testing");
const python = findPython();

function findPython(): string | undefined {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return "python3";
  } catch {
    return undefined;
  }
}

/** Runs Python in an empty folder that holds one file. */
function runPython(args: readonly string[], file: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "plumb-python-"));
  try {
    writeFileSync(join(folder, file), text);
    return execFileSync(python!, args, { cwd: folder, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const written = (script: DeepScript | MissingFacts): DeepScript => {
  if ("missing" in script) throw new Error(`not yet: ${JSON.stringify(script.missing)}`);
  return script;
};
const missing = (script: DeepScript | MissingFacts) =>
  "missing" in script ? script.missing.map(({ path }) => path) : [];
const both = [rankerScript, twoTowerScript] as const;

describe("a training script", () => {
  it.each(both)("is the committed text for a small design: %o", (scriptOf) => {
    const { file, text } = written(scriptOf(designOf()));
    expect(text).toBe(readFileSync(join(golden, `${file}.txt`), "utf8"));
  });

  it.runIf(python)("is Python, as a Python on this machine says", () => {
    for (const scriptOf of both) {
      const { file, text } = written(scriptOf(designOf()));
      expect(runPython(["-m", "py_compile", file], file, text)).toBe("");
    }
  });

  it("has every feature as an input of its kind, in order, and says which are left out and why", () => {
    const { models, leftOut, columns } = written(rankerScript(designOf()));
    expect(models[0]!.inputs.map(({ name, type, missing, dims }) => [name, type, missing ?? dims])).toEqual([
      ["pair_orders", "number", undefined],
      ["price", "number", 0],
      ["brand", "category", "none"],
      ["device", "category", undefined],
      ["member", "flag", undefined],
      ["picture", "embedding", 4],
    ]);
    expect(leftOut.map(({ name }) => name)).toEqual(["title"]);
    expect(columns.slice(0, 4)).toEqual(["shopper", "article", "time_ms", "ordered"]);
  });

  it("gives each tower its own side, the request to the user's, and crossings to neither", () => {
    const { models, leftOut } = written(twoTowerScript(designOf()));
    expect(models.map(({ name, inputs, output }) => [name, inputs.map((input) => input.name), output.width])).toEqual([
      ["two_tower.user", ["shopper", "device", "member"], 8],
      ["two_tower.item", ["article", "price", "brand", "picture"], 8],
    ]);
    expect(leftOut.map(({ name }) => name)).toEqual(["title", "pair_orders"]);
  });

  it("gives what describes a third entity to neither tower", () => {
    const text = smallShop
      .replace("article: article_id}", "shop: shop_id, article: article_id}")
      .replace("name: price, entity: article", "name: price, entity: shop");
    const { models, leftOut } = written(twoTowerScript(designOf(text)));
    expect(models.flatMap(({ inputs }) => inputs.map(({ name }) => name))).not.toContain("price");
    expect(leftOut.find(({ name }) => name === "price")!.because).toContain("describes the shop");
  });

  it("takes loss, layers, split and metrics from the design", () => {
    const { text } = written(rankerScript(designOf()));
    for (const line of [
      'LOSS = "listwise"',
      "HIDDEN = [16, 8]",
      'TEST = {"millis": 604800000}',
      'VALIDATION = {"share": 0.05}',
      "GAP_MILLIS = 3600000",
      'METRICS = [["ndcg", 5], ["ndcg", 10], ["recall", 10]]',
    ])
      expect(text.split("\n")).toContain(line);
    const dnn = written(rankerScript(designOf(smallShop.replace("deep-cross, objective: listwise", "dnn"))));
    expect(dnn.text).toContain('LOSS = "binary"');
    expect(dnn.text).toContain("CROSS_LAYERS = 0");
    expect(dnn.assumes.join()).toContain("binary");
  });

  it("waits for the facts it needs, and names all of them", () => {
    for (const scriptOf of both)
      expect(missing(scriptOf(designOf("plumbline: 1\nname: empty\n")))).toEqual([
        "data.labels",
        "features",
        "data.split.test",
      ]);
    expect(missing(rankerScript(designOf(smallShop.replace("by: time", "by: random"))))).toEqual(["data.split.by"]);
    expect(missing(rankerScript(designOf(smallShop.replace("listwise", "next-token"))))).toEqual([
      "model.rank.objective",
    ]);
    expect(missing(rankerScript(designOf(smallShop.replace("name: price", "name: score"))))).toEqual([
      "features.1.name",
    ]);
    const nobody = smallShop
      .replace("shopper: shopper_id, ", "")
      .replaceAll("entity: [shopper, article]", "entity: article");
    expect(missing(rankerScript(designOf(nobody.replaceAll("entity: shopper, ", ""))))).toEqual([
      "data.sources (orders).entities",
    ]);
  });

  it("keeps hostile words inside their quotes", () => {
    const word = `"""\\n'); import os; os.abort() #\u2028é`;
    const hostile = smallShop.replace("missing: none", `missing: ${JSON.stringify(word)}`);
    const { file, text } = written(rankerScript(designOf(hostile)));
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text).toContain(`"missing": ${pythonLiteral(word)}`);
    if (python) expect(runPython(["-m", "py_compile", file], file, text)).toBe("");
  });
});

describe("pythonLiteral", () => {
  it.runIf(python)("means to Python what JSON means: json.loads(json) equals the literal", () => {
    const cases = fc.sample(fc.jsonValue({ depthSize: "small" }), { numRuns: 200, seed: 1 }) as never[];
    const lines = cases.map(
      (value) => `(json.loads(${pythonLiteral(JSON.stringify(value))}), ${pythonLiteral(value)}),`,
    );
    const text = `import json\nfor a, b in [\n${lines.join("\n")}\n]:\n    assert a == b, (a, b)\nprint("equal")\n`;
    expect(runPython(["check.py"], "check.py", text)).toBe("equal\n");
  });

  it("refuses numbers that Python cannot read", () => {
    expect(() => pythonLiteral(NaN)).toThrow(/no Python literal/);
  });
});
