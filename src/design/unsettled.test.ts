import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { claims } from "./claims.ts";
import type { DesignInput } from "./design.ts";
import { defineDesign, parseDesign } from "./parse.ts";
import { designSchema, stages } from "./schema/design.ts";
import { takeUnsettled } from "./unsettled.ts";

const example = readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8");
const head = "plumbline: 1\nname: x\n";

function designOf(text: string) {
  const { document, problems } = parseDesign(text);
  expect(problems).toEqual([]);
  return document!.design;
}

describe("a partial design", () => {
  it("may have three lines", () => {
    expect(designOf("plumbline: 1\nname: x\nsystem: recommendation\n")).toEqual({
      plumbline: 1,
      name: "x",
      system: "recommendation",
      unsettled: {},
    });
  });

  it.each(stages)("may have the stage %s alone", (stage) => {
    const all = parse(example) as Record<string, unknown>;
    const text = JSON.stringify({ plumbline: 1, name: "x", [stage]: all[stage] });
    expect(designOf(text)).toHaveProperty(stage);
  });

  it("may lack any one stage", () => {
    for (const stage of stages) {
      const { [stage]: gone, ...rest } = parse(example) as Record<string, unknown>;
      expect(gone).toBeDefined();
      expect(parseDesign(JSON.stringify(rest)).problems, stage).toEqual([]);
    }
  });
});

describe("a value that is left open", () => {
  it.each<[string, object]>([
    ["unknown", { kind: "unknown" }],
    ['"none: one machine is enough"', { kind: "none", because: "one machine is enough" }],
    ["{none: one machine is enough}", { kind: "none", because: "one machine is enough" }],
    ['"later: after the first month"', { kind: "later", when: "after the first month" }],
    ["{later: after the first month}", { kind: "later", when: "after the first month" }],
  ])("is kept by path, written as %s, for every optional key there is", (words, kept) => {
    for (const key of Object.keys(designSchema.shape).filter((name) => !["plumbline", "name"].includes(name)))
      expect(designOf(`${head}${key}: ${words}\n`), key).toEqual({
        plumbline: 1,
        name: "x",
        unsettled: { [key]: kept },
      });
    const deep = designOf(
      `${head}requirements: {scale: {requests: {peak: ${words}}}}\ndata: {sources: [{name: a, entities: ${words}, checks: ${words}}]}\n`,
    );
    expect(deep.unsettled).toEqual({
      "requirements.scale.requests.peak": kept,
      "data.sources[0].entities": kept,
      "data.sources[0].checks": kept,
    });
    expect(deep.data).toEqual({ sources: [{ name: "a" }] });
  });

  it("may be an item of a list, and the places of the others stay where they are written", () => {
    const text = `${head}serving:\n  path:\n    - later: a cache in front\n    - {step: rank, p99: 40ms}\n    - {step: rank, p99: 1ms}\n`;
    const { problems } = parseDesign(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.at).toMatchObject({ line: 7, path: "serving.path[2].step" });
    expect(problems[0]!.found).toContain("line 6");
    const { document } = parseDesign(text.replace("step: rank, p99: 1ms", "step: rerank, p99: 1ms"));
    expect(document!.design.unsettled).toEqual({ "serving.path[0]": { kind: "later", when: "a cache in front" } });
    expect(document!.design.serving!.path!.map(({ step }) => step)).toEqual(["rank", "rerank"]);
    expect(claims(document!).map(({ path, place }) => [path, place.line])).toEqual([
      ["serving.path[1].p99", 6],
      ["serving.path[2].p99", 7],
    ]);
  });

  it("needs words after `none:` and `later:`", () => {
    for (const words of ["none", "later", '"none:"', '{none: ""}', "{later: 5}", "{none: a, later: b}"])
      expect(parseDesign(`${head}serving: ${words}\n`).problems, words).not.toEqual([]);
  });

  it("is not seen in prose that only holds the word", () => {
    expect(takeUnsettled({ notes: "unknown to most", a: [{ because: "none: x" }] })).toMatchObject({
      settled: { notes: "unknown to most", a: [{}] },
      unsettled: { "a[0].because": { kind: "none", because: "x" } },
    });
  });
});

describe("the value of a design", () => {
  it("is frozen all the way down", () => {
    const melted: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (value === null || typeof value !== "object") return;
      if (!Object.isFrozen(value)) melted.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(designOf(`${example}notes: unknown\n`), "design");
    expect(melted).toEqual([]);
  });

  it("is the same from TypeScript as from YAML", () => {
    const input = parse(example) as DesignInput;
    expect(defineDesign(input)).toEqual(designOf(example));
    const written = defineDesign({
      plumbline: 1,
      name: "x",
      serving: { deadline: "unknown", cache: { later: "when p99 breaks" }, path: ["unknown", { step: "rank" }] },
    });
    expect(written).toEqual(
      designOf(`${head}serving: {deadline: unknown, cache: {later: when p99 breaks}, path: [unknown, {step: rank}]}\n`),
    );
  });

  it("is refused from TypeScript with the path of the mistake", () => {
    expect(() => defineDesign({ plumbline: 1, name: "x", serving: { deadline: "80" } })).toThrow(
      expect.objectContaining({ code: "quantity/wrong-unit", at: { path: "serving.deadline" } }) as Error,
    );
  });
});
