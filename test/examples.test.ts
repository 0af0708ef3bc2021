import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { claims } from "../src/design/claims.ts";
import type { DesignDocument } from "../src/design/design.ts";
import { designJsonSchema } from "../src/design/json-schema.ts";
import { parseDesign } from "../src/design/parse.ts";
import { stages } from "../src/design/schema/design.ts";
import { sizeDesign } from "../src/sizing/sized/index.ts";
import * as capacity from "./examples/capacity.ts";
import * as evidence from "./examples/evidence.ts";
import { readExamples, root, type Example } from "./examples/read-designs.ts";

const { unitsPerArm, ...ofEvidence } = evidence;
const checks = { ...capacity, ...ofEvidence };
const examples = readExamples();
/** Written to be read and learned from; the grocery design is written to be run, and promises only what is measured. */
const complete = examples.filter(({ name }) => name !== "grocery");

function documentOf({ document, problems }: Pick<Example, "document" | "problems">): DesignDocument {
  expect(problems.map(({ found, at }) => `${at?.line}: ${found}`)).toEqual([]);
  return document!;
}

const hasAjv = existsSync(join(root, "node_modules/ajv/package.json"));
type Validate = ((value: unknown) => boolean) & { errors?: unknown };
interface Ajv {
  compile(schema: object): Validate;
}

/** The validator that another dependency brings along; it need not be there. */
function validator(): Validate {
  const { default: Validator } = createRequire(import.meta.url)("ajv") as { default: new (options: object) => Ajv };
  return new Validator({ strict: true, allowUnionTypes: true }).compile(designJsonSchema());
}

/** Every decision of a design, wherever it stands. */
function decisionsOf(node: unknown): unknown[] {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "decisions" && Array.isArray(value) ? (value as unknown[]) : decisionsOf(value),
  );
}

describe("the example designs", () => {
  it("are one in each folder, named like it, and all are read", () => {
    const folders = readdirSync(join(root, "examples")).toSorted();
    expect(examples.map(({ path }) => path)).toEqual(folders.map((name) => `examples/${name}/${name}.design.yaml`));
    expect(examples.length).toBeGreaterThanOrEqual(9);
  });

  it("cost no more than the budgets that they state", () => {
    const over = examples.filter((example) =>
      sizeDesign(documentOf(example)).limits.some(({ kind, times }) => kind === "budget" && times < 1),
    );
    expect(over.map(({ name }) => name)).toEqual([]);
  });

  it("have names of their own", () => {
    const names = examples.map((example) => documentOf(example).design.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.skipIf(!hasAjv)("satisfy the published JSON Schema", () => {
    const validate = validator();
    for (const { name, text } of examples)
      expect(validate(parse(text)), name + JSON.stringify(validate.errors)).toBe(true);
  });
});

describe.each(examples)("the example $name", (example) => {
  it("parses, and nothing in it is unknown", () => {
    const { design } = documentOf(example);
    const open = Object.entries(design.unsettled).filter(([, { kind }]) => kind === "unknown");
    expect(open).toEqual([]);
  });

  it("names the schema in its first line, by a path that leads to it", () => {
    const path = /^# yaml-language-server: \$schema=(\S+)\n# \S/.exec(example.text)?.[1];
    const schema = join(root, dirname(example.path), path ?? "none");
    expect(schema).toBe(join(root, "schema/design.schema.json"));
    expect(JSON.parse(readFileSync(schema, "utf8"))).toEqual(designJsonSchema());
  });

  it("promises at least 25 things, each under its own id", () => {
    const ids = claims(documentOf(example)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(25);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has all seven stages, a baseline, a fallback, an owner, a decision and one metric that decides", () => {
    const { design } = documentOf(example);
    for (const stage of stages) expect(design[stage], stage).toBeDefined();
    expect(design.model?.baseline?.kind).toBeTruthy();
    expect(design.serving?.fallback?.length).toBeGreaterThan(0);
    expect(design.monitoring?.owner).toBeTruthy();
    expect(decisionsOf(design).length).toBeGreaterThan(0);
    expect(design.metrics?.online?.filter(({ primary }) => primary)).toHaveLength(1);
  });

  it.each(Object.entries(checks))("has numbers that agree: %s", (_, check) => {
    expect(check(documentOf(example).design)).toEqual([]);
  });
});

describe.each(complete)("the complete example $name", (example) => {
  it("has alarms with a number, an owner and an action, and risks with a mitigation and a signal", () => {
    const { monitoring, risks = [] } = documentOf(example).design;
    expect(monitoring?.alarms?.length).toBeGreaterThan(0);
    for (const { alarm, when, owner, action } of monitoring?.alarms ?? []) {
      expect(when, alarm).toMatch(/\d/);
      expect([owner, action], alarm).not.toContain(undefined);
    }
    expect(risks.length).toBeGreaterThan(0);
    for (const { risk, mitigation, signal } of risks) expect([mitigation, signal], risk).not.toContain(undefined);
  });

  it("watches every guardrail after launch, by its name", () => {
    const { metrics, monitoring } = documentOf(example).design;
    const watched = JSON.stringify(monitoring).toLowerCase();
    const names = (metrics?.guardrails ?? []).map(({ metric }) => metric.name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !watched.includes(name.toLowerCase()))).toEqual([]);
  });

  it("can be read in one sitting: no line above 170 signs, 120 to 230 lines", () => {
    const lines = example.text.trimEnd().split("\n");
    expect(lines.filter((line) => line.length > 170)).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(120);
    expect(lines.length).toBeLessThanOrEqual(230);
  });
});

describe("the arithmetic of examples", () => {
  it("sizes an experiment as R's power.prop.test does: 76.7 for 50% to 75%, power 90%", () => {
    expect(unitsPerArm(0.5, 0.75, 0.9, 0.05)).toBeCloseTo(76.7, 1);
  });

  const sound = `
plumbline: 1
name: sound
requirements:
  scale: {users: 1M, items: 1M, requests: {average: 10/s, peak: 40/s}}
  constraints: {budget: 2k $/month}
metrics:
  offline: [{metric: recall, target: ">= 0.8"}, {metric: falsePositiveRate, target: "<= 0.1%"}, {metric: precision, target: ">= 0.88"}]
  online: [{metric: clicks, primary: true, baseline: 5%, detect: 4% relative, per: user}]
  guardrails: [{metric: latency p99, target: "<= 100ms", at: peak}]
data:
  sources: [{name: log, volume: 10/s, freshness: 1m, retention: 90d}]
  labels: [{name: bad, from: log, window: 7d, delay: 5d, balance: 1%}]
features: [{name: f, from: log, freshness: 2m}]
model:
  retrieve: [{kind: two-tower, dims: 100, index: {kind: hnsw, rebuild: 1d, takes: 1h}}]
  rank: {kind: dnn, parameters: 10M, bytes: 20MB}
  train: {every: 1d, on: 30d, rows: 20M, takes: 2h}
serving:
  path: [{step: a, p50: 5ms, p99: 40ms}, {step: b, p99: 50ms}]
  deadline: 200ms
  precompute: [{what: item vectors, rows: 1M, bytes: 400MB}]
  hardware: [{for: all, on: "8 vCPU, 32 GiB", replicas: 2}]
  review: {inflow: 2k/d, perCase: 1m, reviewers: 2}
  rollout: {canary: [1%, 10%]}
monitoring:
  experiment: {unit: user, split: 50%, power: 80%, significance: 5%, lasts: 14d}
  feedback: {log: all, joinLabelsAfter: 7d}
`;
  const complaints = (text: string): string[] => {
    const { design } = documentOf(parseDesign(text));
    return Object.entries(checks).flatMap(([name, check]) => check(design).map(() => name));
  };

  it("finds nothing where numbers agree", () => expect(complaints(sound)).toEqual([]));

  // each change makes one number disagree with another; the checks are told apart by what they find
  it.each([
    ["averageBelowPeak", "peak: 40/s", "peak: 4/s"],
    ["stepsFitTheTarget", "{step: b, p99: 50ms}", "{step: b, p99: 99ms}"],
    ["stepsFitTheTarget", "deadline: 200ms", "deadline: 90ms"],
    ["experimentHasEnough", "users: 1M", "users: 100k"],
    ["experimentLastsWholeWeeks", "lasts: 14d", "lasts: 10d"],
    ["reviewersKeepUp", "perCase: 1m", "perCase: 2m"],
    ["vectorsFitInMemory", "bytes: 400MB", "bytes: 40MB"],
    ["vectorsFitInMemory", "items: 1M", "items: 1B"],
    ["machinesFitTheBudget", "budget: 2k", "budget: 0.2k"],
    ["precisionFollows", 'target: ">= 0.88"', 'target: ">= 0.90"'],
    ["rowsHaveArrived", "rows: 20M", "rows: 30M"],
    ["nothingOverrunsItsTurn", "takes: 2h", "takes: 25h"],
    ["nothingOverrunsItsTurn", "rebuild: 1d", "rebuild: 30m"],
    ["featuresAreNoFresherThanSources", "from: log, freshness: 2m", "from: log, freshness: 30s"],
    ["labelsArriveInTime", "delay: 5d", "delay: 8d"],
    ["labelsArriveInTime", "joinLabelsAfter: 7d", "joinLabelsAfter: 1d"],
    ["labelsArriveInTime", "retention: 90d", "retention: 14d"],
    ["weightsHaveTheirSize", "bytes: 20MB", "bytes: 2GB"],
    ["canaryGrows", "[1%, 10%]", "[10%, 1%]"],
  ])("finds what disagrees: %s when %s becomes %s", (check, from, to) => {
    expect(sound).toContain(from);
    expect(new Set(complaints(sound.replace(from, to)))).toEqual(new Set([check]));
  });
});
