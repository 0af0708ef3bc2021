import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDesign, defineDesign } from "../design/parse.ts";
import { layerNames } from "../design/schema/layers.ts";
import { baselineKinds, modelKinds, retrieverKinds } from "../design/schema/model-kinds.ts";
import { componentsOf } from "./components.ts";
import { valueAt } from "./facts.ts";
import { layerOf, layerOfKind, layerOfMethod } from "./layers.ts";
import { layerWords } from "./layer-words.ts";
import { document } from "./testing/answer.ts";
import { asInput, samples, type Plain } from "./testing/samples.ts";

const root = join(import.meta.dirname, "../..");
const examples = globSync("examples/**/*.design.yaml", { cwd: root });
const layersIn = (parts: Plain) =>
  Object.fromEntries(componentsOf(defineDesign(asInput(document(parts)))).map(({ name, layer }) => [name, layer]));

describe("layerOf", () => {
  it("knows every word for a model, a retriever and a baseline", () => {
    const words = new Set<string>([...modelKinds, ...retrieverKinds, ...baselineKinds]);
    expect(Object.keys(layerOfMethod).sort()).toEqual([...words].sort());
  });

  it("gives one of the nine layers for every kind, and uses each of them", () => {
    const used = new Set<string>([...Object.values(layerOfKind), ...Object.values(layerOfMethod)]);
    expect([...used].sort()).toEqual([...layerNames].sort());
    expect(layerNames).toHaveLength(9);
  });

  it("follows what a person wrote, then what it is made of, then its kind", () => {
    expect(layerOf({ kind: "model", madeOf: "llm", layer: "product" })).toBe("product");
    expect(layerOf({ kind: "model", madeOf: "llm" })).toBe("generative");
    expect(layerOf({ kind: "model" })).toBe("classical");
  });
});

describe("componentsOf", () => {
  it("finds the examples", () => expect(examples.length).toBeGreaterThan(0));

  it.for(examples)("gives every component of %s a layer and a place that stands", (file) => {
    const { document: read } = parseDesign(readFileSync(join(root, file), "utf8"), file);
    const found = componentsOf(read!.design);
    expect(found.length).toBeGreaterThan(20);
    for (const { layer, path, name } of found) {
      expect(layerNames, name).toContain(layer);
      expect(valueAt(read!.design, path), name).toBeDefined();
    }
  });

  it.for(Object.entries(samples))("does so for the sample %s", ([, plain]) => {
    for (const { layer, name } of componentsOf(defineDesign(asInput(plain)))) expect(layerNames, name).toContain(layer);
  });

  it("places the parts of each stage", () => {
    const layers = layersIn({
      requirements: { decision: "Which answer." },
      data: {
        sources: [{ name: "wiki", kind: "documents", checks: ["id not null"] }],
        labels: [{ name: "good" }],
        pipelines: [{ step: "clean" }],
        annotators: 3,
        erasure: { within: "30d" },
      },
      features: [
        { name: "fresh", freshness: "1m" },
        { name: "slow", computed: "offline" },
        { name: "asked", is: "request device" },
      ],
      model: {
        baseline: { kind: "bm25" },
        chunks: { tokens: 300 },
        retrieve: [{ kind: "embedding", index: { kind: "hnsw" } }],
        rank: { kind: "gbdt" },
        parts: [{ name: "writer", kind: "llm" }],
        rerank: [{ kind: "rules", rules: [] }],
        decide: { actions: [{ when: "otherwise", do: "answer" }] },
        train: { every: "1d" },
      },
      serving: {
        path: [{ step: "write" }],
        fallback: "no-answer",
        rollout: { shadow: "1d" },
        review: { reviewers: 1 },
      },
      monitoring: {
        drift: [{ of: "scores", test: "psi", alarm: "> 0.2" }],
        experiment: { unit: "user" },
        feedback: { log: "all" },
      },
      architecture: {
        components: [
          { name: "Gate" },
          { name: "Lake", kind: "store" },
          { name: "Odd", kind: "store", layer: "product" },
        ],
      },
    });
    expect(layers).toEqual({
      decision: "product",
      wiki: "sources",
      "checks of wiki": "platform",
      good: "sources",
      clean: "platform",
      annotators: "sources",
      erasure: "governance",
      fresh: "features",
      slow: "features",
      asked: "features",
      bm25: "classical",
      chunks: "generative",
      embedding: "deep",
      "index of embedding": "deep",
      gbdt: "classical",
      writer: "generative",
      rules: "classical",
      training: "serving",
      write: "serving",
      fallback: "serving",
      rollout: "serving",
      "model registry": "serving",
      "review queue": "governance",
      "psi of scores": "governance",
      experiment: "governance",
      "decision log": "governance",
      Gate: "serving",
      Lake: "platform",
      Odd: "product",
    });
  });

  it("tells features by where they are computed", () => {
    const kinds = componentsOf(
      defineDesign(
        asInput(
          document({ features: [{ name: "a", freshness: "1m" }, { name: "b" }, { name: "c", computed: "on-demand" }] }),
        ),
      ),
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(["online feature", "offline feature", "request feature"]);
  });

  it("finds nothing where nothing is said", () =>
    expect(componentsOf(defineDesign(asInput(samples["empty"]!)))).toEqual([]));
});

describe("docs/layers.md", () => {
  it("names every kind and every method, under its layer", () => {
    const page = readFileSync(join(root, "docs/layers.md"), "utf8");
    const sections = page.split(/^## /m).slice(1);
    expect(sections).toHaveLength(9);
    layerNames.forEach((layer, i) => {
      expect(sections[i]).toContain(layerWords[layer].title);
      for (const table of [layerOfKind, layerOfMethod] as Readonly<Record<string, string>>[])
        for (const word of Object.keys(table).filter((key) => table[key] === layer))
          expect(sections[i]).toContain(word);
    });
  });
});
