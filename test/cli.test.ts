import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBench, root, smallDesign, type Bench } from "./fixtures/command.ts";

let bench: Bench;
beforeAll(() => {
  bench = openBench();
  bench.write("small.design.yaml", smallDesign);
});
afterAll(() => bench.clear());

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

describe("plumb", () => {
  it("teaches when nothing, or --help, is asked, within 80 columns", async () => {
    const plain = await bench.run([]);
    const asked = await bench.run(["--help"]);
    expect(plain).toEqual({ code: 0, signal: null, stdout: asked.stdout, stderr: "" });
    for (const word of ["claims", "run", "verify", "--json", "Exit codes", "inconclusive"])
      expect(plain.stdout).toContain(word);
    expect(widest(plain.stdout)).toBeLessThanOrEqual(80);
    expect(plain.stdout.endsWith("\n")).toBe(true);
  });

  it("reads a design written in TypeScript, and names its file when it is wrong", async () => {
    const design = (target: string) =>
      `import { defineDesign } from ${JSON.stringify(join(root, "src/index.ts"))};\n` +
      `export default defineDesign({ plumbline: 1, name: "typed", metrics: { guardrails: [{ metric: "latency p99", target: "${target}" }] } });\n`;
    bench.write("typed.design.ts", design("<= 80ms"));
    bench.write("wrong.design.ts", design("80"));
    expect(await bench.run(["claims", "typed.design.ts"])).toMatchObject({ code: 0, stderr: "" });
    const wrong = await bench.run(["claims", "wrong.design.ts"]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/at {3}wrong\.design\.ts {2}metrics\.guardrails\[0\]\.target/);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(await bench.run(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it.each(["claims", "run", "verify"])("%s --help names every flag, its default and an example", async (verb) => {
    const { code, stdout } = await bench.run([verb, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: plumb ${verb} [options] <design>`);
    expect(stdout).toMatch(/Examples:\n {2}plumb /);
    expect(stdout).toContain("--json");
    if (verb !== "claims") expect(stdout.replaceAll(/\s+/g, " ")).toContain("By default .plumb.");
    if (verb === "run") expect(stdout).toContain("By default 8484.");
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  it("is what `npx plumb` runs in a checkout", () => {
    const bin = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { bin: { plumb: string } };
    const done = spawnSync(process.execPath, [join(root, bin.bin.plumb), "--version"], { encoding: "utf8" });
    expect(done).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("plumb claims", () => {
  it.each([80, 60])("lists promises with line, id and probe in %i columns, each stage once", async (columns) => {
    const { code, stdout, stderr } = await bench.run(["claims", "small.design.yaml"], { COLUMNS: String(columns) });
    expect([code, stderr]).toEqual([0, ""]);
    expect(widest(stdout)).toBeLessThanOrEqual(columns);
    expect(stdout).not.toMatch(/\n\n\n|[ \t]\n/);
    expect(stdout).not.toContain("\u001b");
    const stages = [...stdout.matchAll(/^(\w+)$/gm)].map(([stage]) => stage);
    expect(stages).toEqual(["requirements", "metrics", "data", "features", "model", "serving", "monitoring"]);
    const line = smallDesign.split("\n").findIndex((text) => text.includes("latency p90")) + 1;
    expect(stdout).toMatch(new RegExp(`^ +${line}  latency p90 is at most 40ms`, "m"));
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("guardrail.latency.p90.peak · probe latency");
  });

  it("gives the same as JSON, and nothing else", async () => {
    const plain = await bench.run(["claims", "small.design.yaml"]);
    const { code, stdout, stderr } = await bench.run(["claims", "small.design.yaml", "--json"]);
    const output = JSON.parse(stdout) as { design: string; claims: { id: string; place: { line: number } }[] };
    expect([code, stderr, output.design]).toEqual([0, "", "small-grocery"]);
    expect(plain.stdout).toContain(`${output.claims.length} claims in small.design.yaml`);
    expect(new Set(output.claims.map(({ id }) => id)).size).toBe(output.claims.length);
    expect(output.claims.every(({ place }) => place.line > 0)).toBe(true);
  });

  it("is in colour only where colour is wanted, and says the same", async () => {
    const words = ["claims", "small.design.yaml"];
    const plain = await bench.run(words);
    const coloured = await bench.run(words, { NO_COLOR: "", FORCE_COLOR: "1" });
    expect(coloured.stdout).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    for (const env of [{ NO_COLOR: "" }, { FORCE_COLOR: "1" }, { NO_COLOR: "", FORCE_COLOR: "0" }])
      expect((await bench.run(words, env)).stdout).toBe(plain.stdout);
  });

  it("leaves nothing in the folder", () =>
    expect(readdirSync(bench.folder)).toEqual(["small.design.yaml", "typed.design.ts", "wrong.design.ts"]));

  it("does not mind that its reader has read enough", () => {
    const command = `"${process.execPath}" "${join(root, "bin", "plumb.js")}" claims small.design.yaml | head -n 1`;
    const done = spawnSync("bash", ["-o", "pipefail", "-c", command], { cwd: bench.folder, encoding: "utf8" });
    expect(done).toMatchObject({ status: 0, stderr: "" });
    expect(done.stdout).toMatch(/^small-grocery/);
  });

  it("says when a document promises nothing yet", async () => {
    bench.write("bare.design.yaml", "plumbline: 1\nname: bare\n");
    const { code, stdout } = await bench.run(["claims", "bare.design.yaml"]);
    expect(code).toBe(0);
    expect(stdout).toContain("promises nothing yet");
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });
});

describe("a stop before anything serves", () => {
  it("ends at once with 130, tells no lie and can be started again", { timeout: 120_000 }, async () => {
    const stopped = bench.start(["run", "small.design.yaml", "--once"]);
    await stopped.printed(/^design/);
    await new Promise<void>((resolve) => stopped.child.stderr!.once("data", () => resolve()));
    stopped.child.kill("SIGINT");
    expect(await stopped.ended).toMatchObject({ code: 130 });
    const again = await bench.run(["run", "small.design.yaml", "--once"]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("44,339 rows");
    expect(execFileSync("find", [bench.folder, "-name", "*.half*"], { encoding: "utf8" })).toBe("");
  });
});
