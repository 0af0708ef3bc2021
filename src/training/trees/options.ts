import { Problem } from "../../kit/problem.ts";

/** What the trees minimise: squared error, logistic loss of 0/1 labels, or LambdaRank's surrogate of NDCG. */
export type TreeObjective = "squared" | "binary" | "lambdarank";

export interface TreeSettings {
  /** Most trees to grow. */
  readonly trees: number;
  /** Most leaves of one tree. */
  readonly leaves: number;
  /** Most splits between root and leaf; 0 sets no limit. */
  readonly maxDepth: number;
  /** Factor on every leaf value, in (0, 1]. */
  readonly learningRate: number;
  readonly minRowsPerLeaf: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minHessianPerLeaf: number;
  /** A split must improve the objective by more than this. */
  readonly minGain: number;
  /** Added to the sum of second derivatives of a leaf. */
  readonly l2: number;
  /** Most distinct bins of a feature, missing values not counted; 2 to 255. */
  readonly maxBins: number;
  /** Rows looked at to place the bins. */
  readonly binSampleRows: number;
  /** Share of the rows drawn, without replacement, for each tree. */
  readonly rowShare: number;
  /** Share of the features drawn for each tree. */
  readonly featureShare: number;
  /** Stop after this many trees without a better validation metric and keep the best; 0 never stops. */
  readonly earlyStoppingTrees: number;
  /** LambdaRank: pairs count when the higher placed one is among this many. */
  readonly truncation: number;
  /** LambdaRank: gain of a label, 2^label − 1 or the label itself. */
  readonly labelGain: "exponential" | "linear";
  /** LambdaRank: LightGBM's normalisation by score distance and by the query's sum of lambdas. */
  readonly normaliseLambdas: boolean;
  /** LambdaRank: the validation metric is NDCG at this rank. */
  readonly ndcgAt: number;
  /** The WASM kernel, or the TypeScript loops that give the same bytes. */
  readonly kernel: "wasm" | "typescript";
}

export type TreeOptions = { readonly objective: TreeObjective } & {
  readonly [K in keyof TreeSettings]?: TreeSettings[K] | undefined;
};
export type CompleteTreeOptions = { readonly objective: TreeObjective } & TreeSettings;

/** What holds where an option is left out; the same values as LightGBM's where it has the option. */
export const treeDefaults: TreeSettings = {
  trees: 100,
  leaves: 31,
  maxDepth: 0,
  learningRate: 0.1,
  minRowsPerLeaf: 20,
  minHessianPerLeaf: 1e-3,
  minGain: 0,
  l2: 0,
  maxBins: 255,
  binSampleRows: 200_000,
  rowShare: 1,
  featureShare: 1,
  earlyStoppingTrees: 0,
  truncation: 30,
  labelGain: "exponential",
  normaliseLambdas: true,
  ndcgAt: 10,
  kernel: "wasm",
};

type Range = readonly [low: number, high: number, whole: boolean];

const ranges: { readonly [K in keyof TreeSettings as TreeSettings[K] extends number ? K : never]: Range } = {
  trees: [1, 100_000, true],
  leaves: [2, 32_768, true],
  maxDepth: [0, 1000, true],
  learningRate: [1e-6, 1, false],
  minRowsPerLeaf: [1, 2 ** 31, true],
  minHessianPerLeaf: [0, Number.MAX_VALUE, false],
  minGain: [0, Number.MAX_VALUE, false],
  l2: [0, Number.MAX_VALUE, false],
  maxBins: [2, 255, true],
  binSampleRows: [1, 2 ** 31, true],
  rowShare: [1e-6, 1, false],
  featureShare: [1e-6, 1, false],
  earlyStoppingTrees: [0, 100_000, true],
  truncation: [1, 2 ** 31, true],
  ndcgAt: [1, 2 ** 31, true],
};

const choices = {
  objective: ["squared", "binary", "lambdarank"],
  labelGain: ["exponential", "linear"],
  kernel: ["wasm", "typescript"],
  normaliseLambdas: [true, false],
} as const;

/**
 * Options with every gap filled from `treeDefaults`.
 *
 * @throws {Problem} `training/option-out-of-range`
 */
export function completeTreeOptions(options: TreeOptions): CompleteTreeOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const complete = { ...treeDefaults, ...given } as CompleteTreeOptions;
  for (const [name, range] of Object.entries(ranges)) checkRange(name, complete[name as keyof typeof ranges], range);
  for (const [name, allowed] of Object.entries(choices))
    checkChoice(name, complete[name as keyof typeof choices], allowed);
  return complete;
}

function checkRange(name: string, value: unknown, [low, high, whole]: Range): void {
  if (typeof value === "number" && value >= low && value <= high && (!whole || Number.isInteger(value))) return;
  throw new Problem({
    code: "training/option-out-of-range",
    found: `The tree option ${name} is ${String(value)}, but must be a ${whole ? "whole " : ""}number from ${low} to ${high}.`,
    fix: `set ${name} between ${low} and ${high}`,
    at: { path: name },
  });
}

function checkChoice(name: string, value: unknown, allowed: readonly unknown[]): void {
  if (allowed.includes(value)) return;
  throw new Problem({
    code: "training/option-out-of-range",
    found: `The tree option ${name} is ${String(value)}, which is not one of ${allowed.join(", ")}.`,
    fix: `set ${name} to ${allowed.join(" or ")}`,
    at: { path: name },
  });
}
