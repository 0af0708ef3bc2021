import { describe, expect, it } from "vitest";
import { lensNamed, lenses, sectionOf } from "./lenses.ts";
import { designSchema, lensNames } from "./schema/design.ts";
import { allowedKeys } from "./schema-keys.ts";

const formatKeys = ["plumbline", "name", "lens"];
const topKeys = allowedKeys(designSchema, []).filter((key) => !formatKeys.includes(key));
/** Every key of the document's two upper levels, as a path. */
const paths = topKeys.flatMap((key) => [key, ...allowedKeys(designSchema, [key]).map((inner) => `${key}.${inner}`)]);

describe("a lens", () => {
  it("exists for every name of the format, once", () => {
    expect(lenses.map(({ name }) => name).sort()).toEqual([...lensNames].sort());
    expect(lensNamed("overview").title).toBe("Overview");
  });

  it.each(lensNames)("%s has a section for every part of a document", (name) => {
    expect(paths.length).toBeGreaterThan(90);
    expect(paths.filter((path) => sectionOf(lensNamed(name), path) === undefined)).toEqual([]);
  });

  it.each(lensNames)("%s names only paths that documents have, each once", (name) => {
    const named = lensNamed(name).sections.flatMap((section) => section.paths);
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(lensNames)("%s fills 45 minutes", (name) => {
    expect(lensNamed(name).sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
  });

  it("has as many sections as the framework it follows", () => {
    const counts = Object.fromEntries(lenses.map(({ name, sections }) => [name, sections.length]));
    expect(counts).toEqual({ "seven-stage": 8, "five-phase": 5, "flow-template": 8, interviewer: 5, overview: 5 });
  });

  it("gives the seven stages the time budget of a round", () => {
    expect(lensNamed("seven-stage").sections.map(({ minutes }) => minutes)).toEqual([5, 3, 7, 5, 8, 8, 5, 4]);
  });

  it("keeps the model behind requirements and the KPI", () => {
    for (const lens of lenses) {
      const at = (path: string) => lens.sections.indexOf(sectionOf(lens, path)!);
      for (const first of ["requirements.objective", "requirements.scale", "metrics.online"])
        expect(at(first), `${lens.name}: ${first}`).toBeLessThan(at("model.rank"));
    }
  });

  it("finds the section of the longest prefix, and none for the format's own keys", () => {
    const flow = lensNamed("flow-template");
    expect(sectionOf(flow, "model.rerank[0].share")?.title).toBe("Prediction and ranking");
    expect(sectionOf(flow, "model.train.every")?.title).toBe("Model design");
    expect(sectionOf(flow, "plumbline")).toBeUndefined();
    expect(sectionOf(flow, "modelling")).toBeUndefined();
  });
});
