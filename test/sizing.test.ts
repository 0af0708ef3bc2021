import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { parseDesign } from "../src/design/parse.ts";
import { sizeDesign, sizedParagraph, type Sized } from "../src/sizing/sized/index.ts";
import { readExamples } from "./examples/read-designs.ts";

const examples = readExamples();

/** Takes keys and items away where the dice say so; what is left may be no design. */
function thinned(node: unknown, keep: () => boolean): unknown {
  if (Array.isArray(node)) return node.filter(keep).map((item) => thinned(item, keep));
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node).filter(([key]) => ["plumbline", "name"].includes(key) || keep());
  return Object.fromEntries(entries.map(([key, value]) => [key, thinned(value, keep)]));
}

function sizedOf(tree: unknown): Sized | undefined {
  const { document } = parseDesign(stringify(tree));
  return document && sizeDesign(document);
}

/** Every number of a sized design, the unbounded ones of bought services aside. */
function* numbersOf(value: unknown, at: string): Generator<[string, number]> {
  if (typeof value === "number") yield [at, value];
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* numbersOf(inner, `${at}.${key}`);
}

describe("sizing an example", () => {
  it.each(examples)("$name gives numbers that are numbers, each with its sources", ({ document }) => {
    const sized = sizeDesign(document!);
    for (const [at, value] of numbersOf(sized, "sized")) {
      expect(value, at).not.toBeNaN();
      expect(value, at).toBeGreaterThanOrEqual(0);
    }
    for (const { id, arrivalsPerSecond, serviceSeconds, costUsdPerMonth, storageBytes } of sized.components)
      for (const figure of [arrivalsPerSecond, serviceSeconds, costUsdPerMonth, storageBytes]) {
        if (!figure) continue;
        expect(figure.from.length, id).toBeGreaterThan(0);
        expect(figure.low <= figure.value && figure.value <= figure.high, id).toBe(true);
      }
    const { text } = examples.find((one) => one.document === document)!;
    for (const { kind, line, what, path } of sized.sources)
      if (kind === "stated" && line !== undefined && path && !/usersx|detect|name$|step$/.test(path))
        expect(text.split("\n")[line - 1], path).toContain(what);
    expect(sizedParagraph(sized, { at: "peak", times: 1 }).length).toBeGreaterThan(100);
  });

  it.each(examples)("$name is busier, slower and dearer at every larger load", ({ document }) => {
    const { components, loads } = sizeDesign(document!);
    const rising = (values: readonly (number | undefined)[]) => {
      const known = values.map((value) => value ?? Infinity);
      // Grids are off by up to a 512th of their length.
      for (let at = 1; at < known.length; at++) expect(known[at]!).toBeGreaterThanOrEqual(known[at - 1]! * 0.99);
    };
    for (const at of ["average", "peak"] as const) {
      const own = loads.filter((load) => load.at === at);
      rising(own.map(({ responseSeconds }) => responseSeconds?.p99));
      rising(own.map(({ costUsdPerMonth }) => costUsdPerMonth.value));
      for (const component of components) {
        const steps = component.loads.filter((load) => load.at === at);
        if (steps[0]?.utilisation !== undefined) rising(steps.map(({ utilisation }) => utilisation));
        if (steps[0]?.replicasNeeded !== undefined) rising(steps.map(({ replicasNeeded }) => replicasNeeded));
      }
    }
  });

  it("never crashes on what is left when anything is taken away", { timeout: 120_000 }, () => {
    const trees = examples.map(({ text }) => parse(text) as unknown);
    let sizedCount = 0;
    const dice = fc.record({
      tree: fc.constantFrom(...trees),
      share: fc.double({ min: 0.3, max: 0.98, noNaN: true }),
      draws: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(dice, ({ tree, share, draws }) => {
        const sized = sizedOf(thinned(tree, () => draws.next().value < share));
        if (!sized) return;
        sizedCount++;
        sizedParagraph(sized, { at: "peak", times: 10 });
      }),
      { numRuns: 60, seed: 4, endOnFailure: true },
    );
    expect(sizedCount).toBeGreaterThan(5);
  });
});
