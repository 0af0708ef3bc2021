import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleNames } from "../src/operations/files/examples.ts";
import { openBench, root, smallDesign, type Bench } from "./fixtures/command.ts";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.clear());

const text = (name: string): string => readFileSync(join(bench.folder, name), "utf8");
const widest = (output: string): number => Math.max(...output.split("\n").map((line) => line.length));

describe("plumb new", () => {
  it("begins from nothing, asks in plain words without a terminal, within 80 columns, and leaves a design", async () => {
    const { code, stdout, stderr } = await bench.run(["new", "fraud", "--system", "fraud", "--lens", "five-phase"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Modelling stays closed until these are settled");
    expect(stdout).toMatch(/5 of 5 · /);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(text("fraud.design.yaml")).toMatch(
      /^# yaml-language-server: \$schema=.*design\.schema\.json\nplumbline: 1\nname: fraud\n/,
    );
    expect((await bench.run(["check", "fraud.design.yaml"])).code).toBe(0);
  });

  it.each(exampleNames())("copies the example %s under a new name, and it is still a design", async (name) => {
    const { code } = await bench.run(["new", "mine.design.yaml", "--from", name]);
    expect(code).toBe(0);
    const copied = text("mine.design.yaml");
    expect(copied).toContain("\nname: mine\n");
    const original = readFileSync(join(root, `examples/${name}/${name}.design.yaml`), "utf8").split("\n");
    const changed = copied.split("\n").filter((line) => !original.includes(line));
    expect(changed.every((line) => line.startsWith("# yaml-language-server:") || line === "name: mine")).toBe(true);
    expect((await bench.run(["claims", "mine.design.yaml"])).code).toBe(0);
  });

  it("writes over nothing, and knows which example was meant", async () => {
    bench.write("a.design.yaml", smallDesign);
    const there = await bench.run(["new", "a.design.yaml"]);
    expect([there.code, there.stderr]).toEqual([2, expect.stringContaining("design/exists")]);
    expect(text("a.design.yaml")).toBe(smallDesign);
    const near = await bench.run(["new", "b.design.yaml", "--from", "payment-frod"]);
    expect([near.code, near.stderr]).toEqual([2, expect.stringContaining("did you mean `payment-fraud`?")]);
  });
});

describe("plumb ask", () => {
  beforeEach(() => bench.write("a.design.yaml", "# mine\nplumbline: 1\nname: a\nsystem: fraud # a kind\n"));
  const ask = (...words: string[]) => bench.run(["ask", "a.design.yaml", ...words]);

  it("takes answers by path, writes each, keeps comments, and goes on from there the next time", async () => {
    bench.write(
      "answers.yaml",
      "requirements.objective: Lose less money\nmetrics.online: fraudLossShare 0.12%\nstage: concept\n",
    );
    const { code, stdout } = await ask("--answers", "answers.yaml");
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ requirements\.objective: Lose less money\n {4}a\.design\.yaml:\d+/);
    expect(text("a.design.yaml")).toMatch(/^# mine\nplumbline: 1\nname: a\nsystem: fraud # a kind\n/);
    expect(text("a.design.yaml")).toContain("- {metric: fraudLossShare, primary: true, baseline: 0.12%}");
    const again = await ask();
    expect(again.stdout).not.toContain("What gets better for the business");
  });

  it("takes answers in order, from standard input as well", () => {
    const output = execFileSync(
      join(root, "node_modules/.bin/node"),
      [join(root, "bin/plumb.js"), "ask", "a.design.yaml", "--answers", "-", "--json"],
      { cwd: bench.folder, input: "- overview\n- Cards are stolen\n- none: a study\n", encoding: "utf8" },
    );
    const { written } = JSON.parse(output) as { written: { path: string; words: string }[] };
    expect(written.map(({ path }) => path)).toEqual([
      "lens",
      "requirements.problem",
      expect.stringMatching(/^requirements\./),
    ]);
    expect(text("a.design.yaml")).toContain("lens: overview");
  });

  it("will not open modelling while something is missing, unless a reason is written into the document", async () => {
    const closed = await ask("--about", "model");
    expect([closed.code, closed.stderr]).toEqual([2, expect.stringContaining("guide/model-before-objective")]);
    bench.write("answers.yaml", "model.rank: gbdt\n");
    const refused = await ask("--answers", "answers.yaml");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("the objective, the primary KPI and the scale"),
    ]);
    expect(text("a.design.yaml")).not.toContain("gbdt");
    const anyway = await ask("--answers", "answers.yaml", "--anyway", "a study of models");
    expect(anyway.code).toBe(0);
    expect(text("a.design.yaml")).toContain("- {rule: model-before-objective, because: a study of models}");
    expect(text("a.design.yaml")).toContain("rank: {kind: gbdt}");
  });

  it("opens modelling by itself when the three are settled in one file of answers", async () => {
    bench.write(
      "answers.yaml",
      "model.baseline: rules\nrequirements.objective: a\nmetrics.online: kpi\nrequirements.scale.users: 2M\n",
    );
    expect((await ask("--answers", "answers.yaml")).code).toBe(0);
    expect(text("a.design.yaml")).toContain("baseline: {kind: rules}");
  });

  it.each([
    ["answers.yaml", "model.level: trees\nrequirements.objective: a", "guide/model-before-objective"],
    ["answers.yaml", "requirements.objectiv: a", "did you mean `requirements.objective`?"],
    ["answers.yaml", "requirements.scale.users: many", "quantity/malformed"],
    ["answers.yaml", "requirements.scale.users: ''", "guide/unreadable-answer"],
    ["answers.yaml", "requirements.objective: {a: {b: c}}", "guide/bad-answers"],
    ["answers.yaml", "just words", "guide/bad-answers"],
    ["answers.yaml", "a: [", "guide/bad-answers"],
    ["other.yaml", "", "guide/bad-answers"],
  ])("refuses %s with `%s`, and says why", async (name, answers, code) => {
    bench.write("answers.yaml", answers);
    const { code: exit, stderr } = await ask("--answers", name);
    expect(exit).toBe(2);
    expect(stderr).toContain(code);
    expect(stderr).not.toMatch(/\n\s+at .*\.ts:/);
  });
});

describe("plumb edit", () => {
  beforeEach(() => bench.write("a.design.yaml", smallDesign));
  const edit = (...words: string[]) => bench.run(["edit", "a.design.yaml", ...words]);

  it("changes one line, shows it, and nothing else", async () => {
    const { code, stdout } = await edit("--set", "serving.path[rank].p99=40ms");
    expect(code).toBe(0);
    const before = smallDesign.split("\n");
    const after = text("a.design.yaml").split("\n");
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, i) => line !== before[i])).toEqual(["    - {step: rank, p99: 40ms}"]);
    expect(stdout).toMatch(/\d+ - {5}- \{step: rank\}\n *\d+ \+ {5}- \{step: rank, p99: 40ms\}/);
  });

  it("only shows with --preview", async () => {
    const { stdout } = await edit("--remove", "serving.fallback", "--preview");
    expect(stdout).toContain("-   fallback: popularity");
    expect(text("a.design.yaml")).toBe(smallDesign);
  });

  it.each([
    [["--set", "serving.deadline=5 potatoes"], "quantity/malformed"],
    [["--set", "servng.deadline=5ms"], "`servng`"],
    [["--set", "serving.deadline"], "is not a path and a value"],
    [["--remove", "serving.cache"], "design/no-such-path"],
    [[], "Nothing is to be changed"],
  ])("refuses %j and leaves the file alone", async (words, said) => {
    const { code, stderr } = await edit(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(text("a.design.yaml")).toBe(smallDesign);
  });
});

describe("plumb doc", () => {
  it("writes Markdown to standard output and a page to a file", async () => {
    bench.write("a.design.yaml", smallDesign);
    const { code, stdout } = await bench.run(["doc", "a.design.yaml", "--lens", "overview"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Small grocery\n/);
    expect(await bench.run(["doc", "a.design.yaml", "--out", "pages/a.html"])).toMatchObject({ code: 0 });
    expect(text("pages/a.html")).toMatch(/^<!doctype html>/);
    const wrong = await bench.run(["doc", "a.design.yaml", "--lens", "seven"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("one of seven-stage, five-phase")]);
  });
});

describe("plumb import", () => {
  it("writes a design that can be checked, and lists what it could not place", async () => {
    const konzept = join(root, "src/documents/import/fixtures/konzept.md");
    const { code, stdout } = await bench.run(["import", konzept, "--out", "k.design.yaml"]);
    expect(code).toBe(0);
    expect(stdout).toContain("numbers without a place");
    expect(text("k.design.yaml")).toContain("# imported, unconfirmed");
    expect((await bench.run(["check", "k.design.yaml"])).code).toBe(0);
  });

  it("refuses what is no Markdown", async () => {
    bench.write("a.md", new Uint8Array([0xff, 0xfe, 0, 1, 2]));
    bench.write("empty.md", "");
    for (const name of ["a.md", "empty.md", "none.md"]) {
      const { code, stderr } = await bench.run(["import", name]);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^Problem: /)]);
    }
  });
});

describe("plumb diff", () => {
  it("compares a file with its last commit, by meaning, and speaks Markdown for a pull request", async () => {
    bench.write("designs/a.design.yaml", smallDesign);
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], {
        cwd: bench.folder,
        stdio: "ignore",
      });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "first");
    const diff = (...words: string[]) => bench.run(["diff", "designs/a.design.yaml", ...words]);
    expect((await diff()).stdout).toContain("The design means the same.");
    writeFileSync(join(bench.folder, "designs/a.design.yaml"), smallDesign.replace("<= 40ms", "<= 30ms"));
    const { stdout } = await diff();
    expect(stdout).toContain("~ metrics.guardrails[latency p90 peak].target");
    expect(stdout).toContain("guardrail.latency.p90.peak");
    const markdown = (await diff("--format", "md")).stdout;
    expect(markdown).toMatch(/^## What changed in the design\n/);
    expect(markdown).toContain("| changed | `metrics.guardrails[latency p90 peak].target` | <= 40ms | <= 30ms |");
    const none = await bench.run(["diff", "nowhere:designs/a.design.yaml", "designs/a.design.yaml"]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("design/no-such-revision")]);
  });
});
