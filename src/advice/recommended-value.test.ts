import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Design } from "../design/design.ts";
import { defineDesign } from "../design/parse.ts";
import { acceptsKey } from "../design/schema-keys.ts";
import { designSchema } from "../design/schema/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { pathOf, valueAt, written } from "./facts.ts";
import { recommendedFields, recommendedValue } from "./recommended-value.ts";
import { document } from "./testing/answer.ts";
import { asInput, samples, type Plain } from "./testing/samples.ts";
import { withEdits } from "./testing/write.ts";

const grocery = parse(
  readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8"),
) as Plain;
const documents = Object.entries({ ...samples, grocery });
const designOf = (plain: Plain): Design => defineDesign(asInput(plain));
const of = (parts: Plain, place: string) => recommendedValue(designOf(document(parts)), pathOf(place));

/** The paths that a field has in a document: one for each item of its list. */
function pathsOf(field: string, design: Design): Path[] {
  const [list, rest] = field.split("[*]");
  if (rest === undefined) return [pathOf(field)];
  const items = valueAt(design, pathOf(list!));
  return Array.isArray(items) ? items.map((_, i) => pathOf(`${list}[${i}]${rest}`)) : [];
}

const given = documents.flatMap(([name, plain]) => {
  const design = designOf(plain);
  return recommendedFields.flatMap((field) =>
    pathsOf(field, design).flatMap((path) => {
      const found = recommendedValue(design, path);
      return found ? [{ name, plain, design, field, path, ...found }] : [];
    }),
  );
});

describe("recommendedValue", () => {
  it("knows at least 60 fields, all of them in the format, each once", () => {
    expect(recommendedFields.length).toBeGreaterThanOrEqual(60);
    const strange = recommendedFields
      .map((field) => pathOf(field.replaceAll("[*]", "[0]")))
      .filter((path) =>
        path.some((key, i) => typeof key === "string" && !acceptsKey(designSchema, path.slice(0, i), key)),
      );
    expect(strange.map(pathText)).toEqual([]);
  });

  it("gives a value for every one of them on some sample", () => {
    const reached = new Set(given.map(({ field }) => field));
    expect(recommendedFields.filter((field) => !reached.has(field))).toEqual([]);
  });

  it("gives values that the format accepts where they stand", () => {
    const refused = given.flatMap(({ name, plain, path, value }) => {
      try {
        designOf(withEdits(plain, [{ path, value }]));
        return [];
      } catch (error) {
        return [`${name} ${pathText(path)} = ${JSON.stringify(value)}: ${String(error)}`];
      }
    });
    expect(refused).toEqual([]);
  });

  it("rests each on facts that stand in the document, in its words, and says what follows", () => {
    for (const { name, design, path, facts, because, consequence } of given) {
      const where = `${name} ${pathText(path)}`;
      expect(facts.length, where).toBeGreaterThan(0);
      for (const fact of facts) expect(written(valueAt(design, fact.path)), where).toBe(fact.text);
      expect(`${because} ${consequence}`, where).not.toMatch(/undefined|NaN|Infinity|\[object/);
      expect(Math.min(because.length, consequence.length), where).toBeGreaterThan(10);
    }
  });

  it("gives nothing on a document that says nothing", () => {
    const design = designOf(samples["empty"]!);
    expect(
      recommendedFields.filter((field) => recommendedValue(design, pathOf(field.replaceAll("[*]", "[0]")))),
    ).toEqual([]);
  });

  it("gives nothing for a field that it has no rule for", () => {
    expect(recommendedValue(designOf(grocery), ["requirements", "problem"])).toBeUndefined();
    expect(recommendedValue(designOf(grocery), ["data", "labels", 9, "window"])).toBeUndefined();
  });

  it.for<[string, string]>([
    ["feed", "model.baseline"],
    ["feed", "serving.rollout"],
    ["fraud", "monitoring.experiment"],
    ["fraud", "serving.scaling"],
    ["feed", "model.train"],
    ["pricing", "data.split"],
  ])("puts a group together from its keys: in %s, %s", ([name, place]) => {
    const plain = samples[name]!;
    const found = recommendedValue(designOf(plain), pathOf(place))!;
    const read = designOf(withEdits(plain, [{ path: pathOf(place), value: found.value }]));
    expect(Object.keys(valueAt(read, pathOf(place)) as object).sort()).toEqual(Object.keys(found.value).sort());
    expect(found.because).toMatch(/^\w+: /);
  });

  it("puts no requirements together: a person states them", () => {
    expect(of({ system: "fraud" }, "requirements.costOfErrors")).toBeUndefined();
  });

  it("takes from a subject what no rule gives", () => {
    expect(of({ system: "fraud" }, "model.decide")?.value).toMatchObject({ score: "calibrated probability" });
  });

  it("waits for the key that a group cannot be without", () => {
    const parts: Plain = { model: { train: { on: "180d" } } };
    expect(of(parts, "data.split.test")).toBeUndefined();
    expect(of({ ...parts, data: { split: { by: "time" } } }, "data.split.test")).toBeDefined();
  });

  it.for<[string, Plain, string, unknown]>([
    [
      "peak is three times the average",
      { requirements: { scale: { requests: { average: "100/s" } } } },
      "requirements.scale.requests.peak",
      "300/s",
    ],
    [
      "events are the sum of volumes",
      {
        data: {
          sources: [
            { name: "a", volume: "20/s" },
            { name: "b", volume: "5/s" },
          ],
        },
      },
      "requirements.scale.events",
      "25/s",
    ],
    [
      "a label waits for its delay",
      { data: { labels: [{ name: "l", delay: "20d" }] } },
      "data.labels[0].window",
      "30d",
    ],
    [
      "a test of a long history is its last tenth",
      { model: { train: { on: "180d" } }, data: { split: { by: "time" } } },
      "data.split.test",
      "last 10%",
    ],
    [
      "a test of a short one is two weeks",
      { model: { train: { on: "60d" } }, data: { split: { by: "time" } } },
      "data.split.test",
      "last 14d",
    ],
    [
      "a request waits twice the target",
      { metrics: { guardrails: [{ metric: "latency p99", target: "<= 80ms" }] } },
      "serving.deadline",
      "160ms",
    ],
    [
      "a target is half of the deadline",
      { serving: { deadline: "400ms" }, metrics: { guardrails: [{ metric: "latency p99" }] } },
      "metrics.guardrails[0].target",
      "<= 200ms",
    ],
    [
      "an embedding of 64 numbers takes 256 bytes",
      { features: [{ name: "v", dims: 64 }] },
      "features[0].bytes",
      "0.256 kB",
    ],
    [
      "a drift alarm by PSI fires above 0.2",
      { monitoring: { drift: [{ of: "scores", test: "psi", alarm: "> 0.5" }] } },
      "monitoring.drift[0].alarm",
      "> 0.2",
    ],
    [
      "misses of 120 $ at 0.2% of 1/s are 631k $ a month at most",
      {
        requirements: {
          costOfErrors: { falsePositive: "1 $ per case", falseNegative: "120 $ per case" },
          scale: { requests: { average: "1/s" } },
        },
        data: { labels: [{ name: "l", balance: "0.2%" }] },
      },
      "requirements.worth",
      expect.stringContaining("631k $"),
    ],
  ])("works out that %s", ([, parts, place, expected]) => expect(of(parts, place)?.value).toEqual(expected));

  it("sizes an experiment in whole weeks: 3.1% against 3.255% takes about 200k outcomes an arm, a day and a half at 3/s", () => {
    const online = [{ metric: "addRate", primary: true, baseline: "3.1%", detect: "5% relative" }];
    const parts = (average: string): Plain => ({
      metrics: { online },
      requirements: { scale: { requests: { average } } },
      monitoring: { experiment: { unit: "user" } },
    });
    expect(of(parts("3/s"), "monitoring.experiment.lasts")?.value).toBe("7d");
    expect(of(parts("0.3/s"), "monitoring.experiment.lasts")?.value).toBe("21d");
  });
});
