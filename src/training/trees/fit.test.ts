import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../../kit/problem.ts";
import { seededRandom } from "../../kit/random.ts";
import { fitTrees } from "./fit.ts";
import { metricFor } from "./metric.ts";
import { featureImportance } from "./model.ts";
import { completeTreeOptions, type TreeOptions } from "./options.ts";
import { plantedGroups, plantedOdds, plantedRows, type PlantedRows } from "./planted-world.ts";
import type { TreeRows } from "./rows.ts";
import { treeScorer } from "./score.ts";

const run = (seed = 1) => ({ random: seededRandom(seed) });

function predict(rows: TreeRows, model: ReturnType<typeof fitTrees>): Float64Array {
  const out = new Float64Array(rows.rowCount);
  treeScorer(model).score(rows.matrix, rows.rowCount, out);
  return out;
}

const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;

describe("fitTrees", () => {
  it("explains nearly all of a planted surface, missing values included", () => {
    const train = plantedRows(6000, 8, seededRandom("train"));
    const later = plantedRows(4000, 8, seededRandom("later"));
    const model = fitTrees(train, { objective: "squared", trees: 150, leaves: 15 }, run());
    const errors = predict(later, model).map((value, i) => (value - later.truth[i]!) ** 2);
    const centre = mean(later.truth);
    const floor = mean(later.truth.map((value) => (value - centre) ** 2));
    // The floor knows only the mean, the ceiling has no error at all; the noise in the labels has variance 1.
    expect(floor).toBeGreaterThan(2.5);
    expect(mean(errors)).toBeLessThan(0.06 * floor);
    expect(
      featureImportance(model)
        .slice(0, 4)
        .map(({ feature }) => feature)
        .sort(),
    ).toEqual([0, 1, 2, 3]);
  });

  it("comes near the log loss of the planted chances", () => {
    const train = plantedOdds(8000, 8, seededRandom("train"));
    const later = plantedOdds(8000, 8, seededRandom("later"));
    const { measure } = metricFor(later, completeTreeOptions({ objective: "binary" }));
    const model = fitTrees(train, { objective: "binary", trees: 60, leaves: 15 }, run());
    const odds = predict(later, model).map((share) => Math.log(share / (1 - share)));
    const floor = measure(new Float64Array(8000).fill(model.base));
    const ceiling = measure(later.truth);
    expect(measure(odds)).toBeGreaterThan(ceiling);
    expect((measure(odds) - ceiling) / (floor - ceiling)).toBeLessThan(0.12);
  });

  it("orders planted groups nearly as well as the truth does", () => {
    const train = plantedGroups(600, 8, seededRandom("train"));
    const later = plantedGroups(400, 8, seededRandom("later"));
    const { measure } = metricFor(later, completeTreeOptions({ objective: "lambdarank" }));
    const model = fitTrees(train, { objective: "lambdarank", trees: 80, leaves: 15 }, run());
    const floor = measure(new Float64Array(later.rowCount).map(() => 0));
    const ceiling = measure(later.truth);
    const reached = (measure(predict(later, model)) - floor) / (ceiling - floor);
    expect(reached).toBeGreaterThan(0.9);
    expect(reached).toBeLessThan(1.02);
  });

  it.each<TreeOptions>([
    { objective: "squared", l2: 1 },
    { objective: "binary", rowShare: 0.7, featureShare: 0.5, maxBins: 20 },
    { objective: "lambdarank", rowShare: 0.6, maxDepth: 3 },
  ])("gives the same bytes from both kernels, and from the same seed again: $objective", (options) => {
    const worlds = { squared: plantedRows, binary: plantedOdds, lambdarank: plantedGroups };
    const rows = worlds[options.objective](options.objective === "lambdarank" ? 80 : 1000, 7, seededRandom(4));
    const bytes = (kernel: "wasm" | "typescript", seed: number) =>
      JSON.stringify(fitTrees(rows, { ...options, trees: 12, kernel }, run(seed)));
    expect(bytes("typescript", 1)).toBe(bytes("wasm", 1));
    expect(bytes("wasm", 1)).toBe(bytes("wasm", 1));
    if (options.rowShare) expect(bytes("wasm", 2)).not.toBe(bytes("wasm", 1));
  });

  it("fits training rows as the model scores them: leaf ranges, bins and thresholds agree", () => {
    assert(
      property(integer(), integer({ min: 30, max: 400 }), (seed, rowCount) => {
        const rows = plantedRows(rowCount, 5, seededRandom(seed));
        const options = { objective: "squared", trees: 1, learningRate: 1, minRowsPerLeaf: 3, leaves: 12 } as const;
        const model = fitTrees(rows, options, run());
        const found = predict(rows, model);
        const leaves = Map.groupBy(rows.labels.keys(), (row) => found[row]!);
        // With learning rate 1 a leaf's prediction is the mean of its labels.
        for (const [value, members] of leaves)
          expect(members.reduce((sum, row) => sum + rows.labels[row]!, 0) / members.length).toBeCloseTo(value, 4);
        expect(model.trees[0]!.rows.reduce((a, b) => a + b, 0)).toBe(rowCount);
      }),
      { numRuns: 20 },
    );
  });

  it("takes a weight of 2 as the row standing twice, and of 0 as the row not being there", () => {
    const rows = plantedRows(300, 5, seededRandom(8));
    const weights = Float32Array.from(rows.labels, (_, i) => i % 3);
    const kept = Array.from(rows.labels.keys()).flatMap((row) => Array<number>(row % 3).fill(row));
    const repeated: TreeRows = {
      matrix: Float32Array.from(kept.flatMap((row) => [...rows.matrix.subarray(row * 5, row * 5 + 5)])),
      labels: Float32Array.from(kept, (row) => rows.labels[row]!),
      rowCount: kept.length,
      featureCount: 5,
    };
    const options = { objective: "squared", trees: 1, leaves: 2, minRowsPerLeaf: 1, minHessianPerLeaf: 1 } as const;
    const weighted = fitTrees({ ...rows, weights }, options, run()).trees[0]!;
    const counted = fitTrees(repeated, options, run()).trees[0]!;
    expect(weighted.feature).toEqual(counted.feature);
    expect(weighted.gain[0]).toBeCloseTo(counted.gain[0]!, 4);
    expect(weighted.value[0]).toBeCloseTo(counted.value[0]!, 5);
  });

  it("sends missing values where they fit best, and unseen ones with the larger side", () => {
    const matrix = Float32Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? NaN : i % 2));
    const labels = Float32Array.from(matrix, (value) => (Number.isNaN(value) || value === 1 ? 1 : 0));
    const rows = { matrix, labels, rowCount: 200, featureCount: 1 };
    const [tree] = fitTrees(rows, { objective: "squared", trees: 1, leaves: 2 }, run()).trees;
    expect(tree).toMatchObject({ threshold: [0.5], missingLeft: [0], rows: [50, 150] });
    const seen = Float32Array.from(labels, (_, i) => (i < 60 ? 0 : 1));
    const later = { matrix: seen, labels: seen, rowCount: 200, featureCount: 1 };
    expect(fitTrees(later, { objective: "squared", trees: 1, leaves: 2 }, run()).trees[0]).toMatchObject({
      missingLeft: [0],
    });
  });

  it("stops early and keeps the trees up to the best", () => {
    const train = plantedRows(400, 6, seededRandom("train"));
    const validation = plantedRows(400, 6, seededRandom("later"));
    const seen: (number | undefined)[] = [];
    const options = { objective: "squared", trees: 500, learningRate: 0.3, earlyStoppingTrees: 10 } as const;
    const model = fitTrees({ ...train, validation }, options, {
      ...run(),
      onProgress: (_done, _of, { metric }) => seen.push(metric),
    });
    const { values } = model.validation!;
    expect(seen).toEqual(values);
    expect(values.length).toBeLessThan(500);
    expect(model.trees.length).toBe(values.indexOf(Math.min(...values)) + 1);
    expect(values.length).toBe(model.trees.length + 10);
    const errors = predict(validation, model).map((value, i) => (value - validation.labels[i]!) ** 2);
    expect(Math.sqrt(mean(errors))).toBeCloseTo(Math.min(...values), 9);
  });

  it("keeps to the limits on leaves, depth and rows per leaf", () => {
    const rows = plantedRows(1000, 6, seededRandom(1));
    const model = fitTrees(rows, { objective: "squared", trees: 5, leaves: 40, minRowsPerLeaf: 30 }, run());
    for (const tree of model.trees) {
      expect(tree.value.length).toBeLessThanOrEqual(33);
      expect(Math.min(...tree.rows)).toBeGreaterThanOrEqual(30);
    }
    const flat = fitTrees(rows, { objective: "squared", trees: 3, leaves: 31, maxDepth: 2 }, run());
    for (const tree of flat.trees) expect(tree.value.length).toBe(4);
  });

  it("gives the constant when nothing can be split", () => {
    const rows = { matrix: Float32Array.of(1, 1, NaN), labels: Float32Array.of(2, 4, 6), rowCount: 3, featureCount: 1 };
    const model = fitTrees(rows, { objective: "squared" }, run());
    expect(model).toMatchObject({ base: 4, trees: [] });
    expect([...predict(rows, model)]).toEqual([4, 4, 4]);
    const certain = { ...rows, labels: Float32Array.of(1, 1, 1) };
    expect(predict(certain, fitTrees(certain, { objective: "binary" }, run()))[0]).toBeCloseTo(1 - 0.5 / 4, 6);
  });

  it("survives a file unchanged", () => {
    const rows: PlantedRows & TreeRows = {
      ...plantedRows(300, 4, seededRandom(1)),
      featureNames: ["a", "b", "c", "d"],
    };
    const model = fitTrees(rows, { objective: "squared", trees: 5 }, run());
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(
      featureImportance(model)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["a", "b", "c", "d"]);
  });
});

describe("what cannot be learned from", () => {
  const good = plantedGroups(5, 4, seededRandom(1));
  const changed = (labels: Float32Array, value: number) => labels.with(3, value);
  it.each<[string, string, Partial<TreeRows>, Partial<TreeOptions>]>([
    ["no rows", "training/no-rows", { rowCount: 0 }, {}],
    ["no features", "training/no-rows", { featureCount: 0 }, {}],
    ["a short matrix", "training/size-mismatch", { matrix: new Float32Array(3) }, {}],
    ["a missing label", "training/value-not-usable", { labels: changed(good.labels, NaN) }, {}],
    [
      "a negative grade",
      "training/value-not-usable",
      { labels: changed(good.labels, -1) },
      { objective: "lambdarank" },
    ],
    ["a grade of 40", "training/value-not-usable", { labels: changed(good.labels, 40) }, { objective: "lambdarank" }],
    [
      "a label of 2 for binary",
      "training/value-not-usable",
      { labels: changed(good.labels, 2) },
      { objective: "binary" },
    ],
    ["an infinite value", "training/value-not-usable", { matrix: good.matrix.with(5, -Infinity) }, {}],
    ["a negative weight", "training/value-not-usable", { weights: changed(good.labels, -1) }, {}],
    ["weights of 0", "training/value-not-usable", { weights: new Float32Array(good.rowCount) }, {}],
    ["no groups to rank", "training/groups-malformed", { groups: undefined }, { objective: "lambdarank" }],
    ["groups that do not add up", "training/groups-malformed", { groups: Int32Array.of(3) }, {}],
    ["an empty group", "training/groups-malformed", { groups: Int32Array.of(0, good.rowCount) }, {}],
    ["too few names", "training/size-mismatch", { featureNames: ["a"] }, {}],
    ["other features in validation", "training/size-mismatch", { validation: plantedRows(9, 5, seededRandom(1)) }, {}],
    ["a learning rate of 0", "training/option-out-of-range", {}, { learningRate: 0 }],
    ["one leaf", "training/option-out-of-range", {}, { leaves: 1 }],
    ["half a tree", "training/option-out-of-range", {}, { trees: 0.5 }],
    ["300 bins", "training/option-out-of-range", {}, { maxBins: 300 }],
    ["a share above 1", "training/option-out-of-range", {}, { rowShare: 1.1 }],
    ["an unknown objective", "training/option-out-of-range", {}, { objective: "poisson" as "binary" }],
    ["more memory than there is", "training/too-large", {}, { leaves: 32_768, minRowsPerLeaf: 1 }],
  ])("is refused with what to mend: %s", (what, code, rows, options) => {
    const wide = what.startsWith("more memory") ? plantedRows(40_000, 40, seededRandom(1)) : good;
    const fit = () => fitTrees({ ...wide, ...rows }, { objective: "squared", trees: 1, ...options }, run());
    expect(fit).toThrow(Problem);
    expect(fit).toThrow(expect.objectContaining({ code }));
  });
});
