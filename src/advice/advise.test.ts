import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Design } from "../design/design.ts";
import { defineDesign } from "../design/parse.ts";
import { acceptsKey } from "../design/schema-keys.ts";
import { designSchema } from "../design/schema/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { problemOf } from "../kit/testing/problem-of.ts";
import { isProposal, type Edit, type Fact } from "./advice.ts";
import { advise, adviseAll } from "./advise.ts";
import { isOpen, pathOf, valueAt, written } from "./facts.ts";
import { recommendedFields, recommendedValue } from "./recommended-value.ts";
import { subjects } from "./subjects/index.ts";
import { asInput, samples, type Plain } from "./testing/samples.ts";
import { withEdits } from "./testing/write.ts";

const grocery = parse(
  readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8"),
) as Plain;
const root = join(import.meta.dirname, "../..");
const examples = globSync("examples/*/*.design.yaml", { cwd: root }).map(
  (file) => [file, parse(readFileSync(join(root, file), "utf8")) as Plain] as const,
);
const documents = [...Object.entries({ ...samples, grocery }), ...examples];
const designOf = (plain: Plain): Design => defineDesign(asInput(plain));
const proposals = (design: Design) =>
  adviseAll(design).flatMap(({ id, answer }) => (isProposal(answer) ? [{ id, ...answer }] : []));

/** Facts whose words are not those of the document. */
const untrue = (design: Design, facts: readonly Fact[]): Fact[] =>
  facts.filter(({ path, text }) => {
    const value = valueAt(design, path);
    return value === undefined || written(value) !== text;
  });

/** Whether every step of a path is a key of the format. */
const isInFormat = (path: Path): boolean =>
  path.every((key, i) => typeof key === "number" || acceptsKey(designSchema, path.slice(0, i), key));

const errorOf = (plain: Plain): string | undefined => {
  try {
    designOf(plain);
    return undefined;
  } catch (error) {
    return String(error);
  }
};

describe.for(documents)("advice on the sample %s", ([, plain]) => {
  const design = designOf(plain);

  it("rests on facts that stand in the document, in its words", () => {
    for (const { id, reasons } of proposals(design)) {
      const facts = reasons.flatMap((reason) => reason.facts);
      expect(facts.length, id).toBeGreaterThan(0);
      expect(untrue(design, facts), id).toEqual([]);
    }
  });

  it("says what would change its mind, and what follows", () => {
    for (const { id, recommend, alternatives, consequence } of proposals(design)) {
      expect(alternatives.length, id).toBeGreaterThan(0);
      for (const sentence of [recommend, consequence, ...alternatives.flatMap(({ option, when }) => [option, when])]) {
        expect(sentence, id).toMatch(/\S{2}/);
        expect(sentence, id).not.toMatch(/undefined|NaN|Infinity|\[object/);
      }
    }
  });

  it("gives edits that the format accepts, each alone and all together", () => {
    const edits: Edit[] = [];
    for (const { id, edits: own } of proposals(design)) {
      expect(errorOf(withEdits(plain, own)), id).toBeUndefined();
      edits.push(...own);
    }
    expect(errorOf(withEdits(plain, edits))).toBeUndefined();
  });

  it("never edits what a person has written", () => {
    for (const { id, edits } of proposals(design))
      for (const { path } of edits) expect(isOpen(design, path), `${id} ${pathText(path)}`).toBe(true);
  });

  it("names what is missing by paths of the format, where nothing stands that it could use", () => {
    for (const { id, answer } of adviseAll(design)) {
      if (isProposal(answer)) continue;
      expect(answer.needs.length, id).toBeGreaterThan(0);
      for (const { path, why } of answer.needs) {
        expect(isInFormat(path), `${id} ${pathText(path)}`).toBe(true);
        expect(why).toMatch(/\w/);
      }
    }
  });
});

describe("adviseAll", () => {
  it("answers every subject once, in the order of the stages", () => {
    const all = adviseAll(designOf(samples["empty"]!));
    expect(all.map(({ id }) => id).sort()).toEqual(subjects.map(({ id }) => id).sort());
    expect(subjects).toHaveLength(20);
    expect(all[0]!.stage).toBe("requirements");
    expect(all.at(-1)!.stage).toBe("organisation");
  });

  it("refuses every subject on a document that says nothing", () => {
    expect(proposals(designOf(samples["empty"]!)).map(({ id }) => id)).toEqual([]);
  });

  it("answers every subject on at least one sample", () => {
    const answered = new Set(documents.flatMap(([, plain]) => proposals(designOf(plain)).map(({ id }) => id)));
    expect(subjects.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([]);
  });

  it("gives the same answer for the same document", () => {
    expect(JSON.stringify(adviseAll(designOf(grocery)))).toBe(JSON.stringify(adviseAll(designOf(grocery))));
  });

  it("leaves alone what was put off or decided against", () => {
    const plain = { ...samples["fraud"]!, monitoring: "none: the platform team does it" };
    const edits = proposals(designOf(plain)).flatMap((proposal) => proposal.edits);
    expect(edits.filter(({ path }) => path[0] === "monitoring")).toEqual([]);
  });

  it("fills what is written as unknown", () => {
    const plain = { ...samples["ads"]!, serving: { mode: "unknown" } };
    const edits = proposals(designOf(plain)).flatMap((proposal) => proposal.edits);
    expect(edits).toContainEqual({ path: ["serving", "mode"], value: "online" });
  });
});

describe("advise", () => {
  it("answers one subject", () => {
    expect(advise(designOf(grocery), "serving-mode").answer).toMatchObject({ recommend: "Serve online" });
  });

  it("refuses a subject that does not exist, and names the nearest", () => {
    const problem = problemOf(() => advise(designOf(grocery), "falback"));
    expect(problem).toMatchObject({ code: "advice/unknown-subject" });
    expect(problem.fix).toContain("`fallback`");
  });
});

/** Every path of a tree at which something could be taken out. */
function pathsOf(node: PlainTree, path: Path = []): Path[] {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    return [at, ...pathsOf(inner as PlainTree, at)];
  });
}
type PlainTree = unknown;

function without(plain: Plain, paths: readonly Path[]): Plain {
  const copy = structuredClone(plain) as Record<string, unknown>;
  for (const path of paths) {
    const parent = valueAt(copy as unknown as Design, path.slice(0, -1));
    if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
    else if (parent !== null && typeof parent === "object")
      delete (parent as Record<string, unknown>)[String(path.at(-1))];
  }
  return copy as Plain;
}

/** Every field that has a recommendation, in the first item of its list. */
const firstPlaces = recommendedFields.map((field) => pathOf(field.replaceAll("[*]", "[0]")));

describe("advice on what is left of a document", () => {
  const removable = new Map(
    documents.map(([name, plain]) => [
      name,
      pathsOf(plain).filter((path) => !["plumbline", "name"].includes(String(path[0]))),
    ]),
  );
  const partial = fc
    .constantFrom(...documents.map(([name]) => name), "grocery", "recommendation", "fraud", "grocery")
    .chain((name) => fc.subarray(removable.get(name)!, { minLength: 0 }).map((paths) => ({ name, paths })))
    .map(({ name, paths }) => without(Object.fromEntries(documents)[name]!, paths))
    .filter((plain) => errorOf(plain) === undefined);

  it(
    "throws nothing, uses true facts only, and gives edits that can be written, on 500 of them",
    { timeout: 120_000 },
    () => {
      let answers = 0;
      fc.assert(
        fc.property(partial, (plain) => {
          const design = designOf(plain);
          for (const { id, reasons, edits } of proposals(design)) {
            answers++;
            expect(
              untrue(
                design,
                reasons.flatMap((reason) => reason.facts),
              ),
              id,
            ).toEqual([]);
            expect(errorOf(withEdits(plain, edits)), id).toBeUndefined();
          }
          for (const place of firstPlaces)
            expect(untrue(design, recommendedValue(design, place)?.facts ?? []), pathText(place)).toEqual([]);
        }),
        { numRuns: 500, seed: 7 },
      );
      expect(answers).toBeGreaterThan(1000);
    },
  );
});
