import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import reviewOperation from "../src/operations/review.ts";
import { severities } from "../src/review/severity.ts";

const root = join(import.meta.dirname, "..");
const read = (name: string): unknown => parse(readFileSync(join(root, name), "utf8"));

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = read("action.yml") as Action;
const hooks = read(".pre-commit-hooks.yaml") as { entry: string; files: string; id: string }[];
const options = Object.keys(reviewOperation.input.shape).map(
  (key) => `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
);
const scripts = action.runs.steps.flatMap(({ run }) => (run?.includes("plumb.js") ? [run] : []));

describe("action.yml and .pre-commit-hooks.yaml", () => {
  it("use only options that plumb review has", () => {
    const used = [...scripts, ...hooks.map(({ entry }) => entry)].flatMap(
      (line) => line.match(/--[a-z][a-z-]*/g) ?? [],
    );
    expect(used).toContain("--format");
    expect(used.filter((option) => !options.includes(option))).toEqual([]);
  });

  it("give every input of the action to a step, and no text of an input to a shell", () => {
    const steps = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(steps).toContain(`inputs.${name}`);
    for (const { run = "" } of action.runs.steps) expect(run).not.toContain("${{");
    expect(severities).toContain(action.inputs["fail-on"]!.default);
    expect(action.runs.using).toBe("composite");
  });

  it("name every input in the docs, with the hook", () => {
    const page = readFileSync(join(root, "docs/continuous-integration.md"), "utf8");
    for (const name of Object.keys(action.inputs)) expect(page).toContain(`| \`${name}\` |`);
    for (const { id } of hooks) expect(page).toContain(`\`${id}\``);
  });

  it("have a hook that takes designs and nothing else", () => {
    expect(hooks.map(({ entry }) => entry)).toEqual([`plumb ${reviewOperation.name}`]);
    expect(new RegExp(hooks[0]!.files).test("docs/my.design.yaml")).toBe(true);
    expect(new RegExp(hooks[0]!.files).test("docs/design.md")).toBe(false);
  });
});

describe("the steps of the action, run by a shell", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "plumb-action-"));
    writeFileSync(join(folder, "three.design.yaml"), "plumbline: 1\nname: three\nstage: concept\n");
    writeFileSync(
      join(folder, "peak.design.yaml"),
      "plumbline: 1\nname: peak\nrequirements: {scale: {requests: {average: 9/s, peak: 2/s}}}\n",
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (script: string, variables: Record<string, string>) =>
    spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: join(folder, "output"),
        SARIF: join(folder, "plumb.sarif"),
        ...variables,
      },
    });
  const [sarif, annotate] = scripts as [string, string];

  it("write SARIF and go on, whatever is found", () => {
    expect(run(sarif, { DESIGNS: "three.design.yaml peak.design.yaml", STAGE: "" }).status).toBe(0);
    const log = JSON.parse(readFileSync(join(folder, "plumb.sarif"), "utf8")) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]!.results.length).toBeGreaterThan(0);
    expect(readFileSync(join(folder, "output"), "utf8")).toContain("sarif=");
    expect(run(sarif, { DESIGNS: "missing.design.yaml", STAGE: "" }).status).not.toBe(0);
  });

  it("annotate, and fail where something is as bad as was asked for", () => {
    const bad = run(annotate, { DESIGNS: "peak.design.yaml", STAGE: "", FAIL_ON: "flaw" });
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain("::error file=peak.design.yaml,line=3");
    expect(run(annotate, { DESIGNS: "peak.design.yaml", STAGE: "data", FAIL_ON: "flaw" }).status).toBe(0);
    expect(run(annotate, { DESIGNS: "three.design.yaml", STAGE: "", FAIL_ON: "flaw" }).status).toBe(0);
  });

  it("take no option from a file name, and run nothing that stands in one", () => {
    const sly = run(annotate, { DESIGNS: "--fix $(touch${IFS}owned) three.design.yaml", STAGE: "", FAIL_ON: "flaw" });
    expect(sly.status).toBe(2);
    expect(sly.stderr).toContain("--fix");
    expect(spawnSync("ls", [folder], { encoding: "utf8" }).stdout).not.toContain("owned");
  });
});
