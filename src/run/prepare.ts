import { join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { collaborativeFiles } from "../blueprints/recommendation/collaborative.ts";
import { compileRecommendation } from "../blueprints/recommendation/compile.ts";
import { evaluate, type Evaluation, type Oracle } from "../blueprints/recommendation/evaluate.ts";
import { defaultLimits, learn, type Limits, type Progress } from "../blueprints/recommendation/learn.ts";
import { keptFeatures, type RecommendationPlan } from "../blueprints/recommendation/plan.ts";
import { createHandler, type ImportedRanker } from "../blueprints/recommendation/serve/rank-onnx-worker.ts";
import { cutData } from "../blueprints/recommendation/visits.ts";
import { openTables } from "../data/table-store.ts";
import type { DesignDocument } from "../design/design.ts";
import { featureSignature } from "../features/definition.ts";
import { systemClock, type Clock } from "../kit/clock.ts";
import { seededRandom } from "../kit/random.ts";
import type { Json } from "../registry/entry.ts";
import { openRegistry, type Registry } from "../registry/registry.ts";
import type { TreeModel } from "../training/trees/model.ts";
import { codeVersion } from "./code-version.ts";
import { findData, takeIn, type TakenIn } from "./data.ts";
import { rankerFiles, readRanker, type ReadRanker } from "./imported-ranker.ts";
import { keep, keyOf, mustBeWritable, readKept } from "./keep.ts";
import { packEvaluation, unpackEvaluation } from "./evaluation-files.ts";

export interface PrepareOptions {
  /** Folder with the data; a simulated world when absent. */
  readonly dataFolder?: string | undefined;
  /** Folder that keeps data, models and evidence between runs. */
  readonly workFolder: string;
  readonly seed: string;
  /** ONNX file of a ranker trained elsewhere, to be judged and served in place of the built-in one. */
  readonly modelFile?: string | undefined;
  readonly clock?: Clock;
  readonly limits?: Limits;
  readonly onProgress: Progress;
}

/** Everything up to the release: what a serving process needs, and what the offline claims are judged by. */
export interface Prepared {
  readonly document: DesignDocument;
  readonly plan: RecommendationPlan;
  readonly data: TakenIn;
  readonly evaluation: Evaluation;
  readonly release: Release;
  readonly workFolder: string;
  readonly seed: string;
  readonly reused: { readonly data: boolean; readonly model: boolean };
}

export interface Release {
  /** Whether the gate let the model through; otherwise the baseline serves. */
  readonly released: boolean;
  readonly because: string;
  /** `grocery-next-visit/3`. */
  readonly version: string;
  readonly trees: TreeModel;
  readonly imported: ImportedRanker | undefined;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Check, take in, learn, judge, release: everything that happens before serving. Unchanged parts are not done again. */
export async function prepare(document: DesignDocument, options: PrepareOptions): Promise<Prepared> {
  const { onProgress, seed } = options;
  const clock = options.clock ?? systemClock;
  const plan = compileRecommendation(document);
  const workFolder = join(options.workFolder, plan.name);
  mustBeWritable(workFolder, "--work");
  const imported = options.modelFile === undefined ? undefined : await readRanker(document, plan, options.modelFile);
  const code = codeVersion();
  const origin = await findData(plan, { dataFolder: options.dataFolder, workFolder, seed, code, onProgress });
  const data = await takeIn(plan, origin, { workFolder, code, clock, onProgress });
  const registry = openRegistry(join(workFolder, "registry"), { clock });
  try {
    const limits = options.limits ?? defaultLimits;
    const key = keyOf(
      data.dataVersion,
      whatLearningUses(plan),
      limits,
      seed,
      code,
      ...(imported ? [imported.fingerprint] : []),
    );
    const known = readKept<{ version: number }>(workFolder, `learned-${key}.json`);
    const version =
      known?.version ?? (await learnAndRegister(plan, data, registry, { limits, seed, code, onProgress, imported }));
    if (!known) keep(workFolder, `learned-${key}.json`, { version });
    return {
      document,
      plan,
      data,
      workFolder,
      seed,
      reused: { data: data.reused, model: known !== undefined },
      ...release(plan, registry, version, imported?.ranker),
    };
  } finally {
    registry.close();
  }
}

/** The parts of a plan that a model depends on: new budgets for serving are no reason to train again. */
function whatLearningUses({
  path: _path,
  deadlineMillis: _deadline,
  exploreShare: _share,
  scale: _scale,
  ...rest
}: RecommendationPlan): object {
  return rest;
}

async function learnAndRegister(
  plan: RecommendationPlan,
  data: TakenIn,
  registry: Registry,
  {
    limits,
    seed,
    code,
    onProgress,
    imported,
  }: {
    limits: Limits;
    seed: string;
    code: string;
    onProgress: Progress;
    imported: ReadRanker | undefined;
  },
): Promise<number> {
  const tables = await openTables({ path: data.dataPath, memoryLimitMb: 400 });
  const scorer = imported && (await createHandler(imported.ranker));
  try {
    const random = seededRandom(seed);
    const cuts = await cutData(tables, plan);
    const learned = await learn(tables, plan, cuts, limits, { random, onProgress });
    const evaluation = await evaluate(tables, plan, cuts, learned, limits, {
      random,
      onProgress,
      oracle: readOracle(data.origin.root),
      imported: scorer,
    });
    return registry.register({
      name: plan.name,
      kind: "recommendation",
      artifacts: {
        "trees.json": new TextEncoder().encode(JSON.stringify(learned.trees)),
        ...(learned.collaborative && collaborativeFiles(learned.collaborative)),
        ...(imported && rankerFiles(imported.ranker)),
        ...packEvaluation(evaluation),
      },
      lineage: {
        dataVersion: data.dataVersion,
        codeVersion: code,
        parameters: asJson({
          rank: plan.rank,
          retrieve: plan.retrieve,
          limits,
          learningVisits: learned.learningVisits,
          learningRows: learned.learningRows,
        }),
        seed,
        environment: { node: process.versions.node, platform: process.platform, arch: process.arch },
      },
      metrics: Object.fromEntries(evaluation.rows.map((row) => [`${row.ranker} ${row.metric}`, row.estimate.value])),
      featureSignature: featureSignature(keptFeatures(plan)),
    });
  } finally {
    tables.close();
  }
}

/** Plain data as JSON holds it: fields that are `undefined` are gone. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Moves `live` to the version when its gate is open; says why either way. */
function release(
  plan: RecommendationPlan,
  registry: Registry,
  version: number,
  imported: ImportedRanker | undefined,
): Pick<Prepared, "evaluation" | "release"> {
  const files = registry.load(plan.name, version);
  const evaluation = unpackEvaluation(files);
  const { released, because } = evaluation.gate;
  if (released && registry.aliases(plan.name).live !== version) registry.setAlias(plan.name, "live", version, because);
  const trees = JSON.parse(new TextDecoder().decode(files["trees.json"])) as TreeModel;
  return { evaluation, release: { released, because, version: `${plan.name}/${version}`, trees, imported, files } };
}

/** The best order of each held-out visit, where the data is a simulated world. */
function readOracle(root: string): Oracle | undefined {
  const path = join(root, "truth", "oracle.csv");
  if (!existsSync(path)) return undefined;
  const [header, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const column = (name: string) => header!.split(",").indexOf(name);
  const [basket, product] = [column("basket_id"), column("product_id")];
  const best = new Map<string, string[]>();
  for (const line of lines) {
    const cells = line.split(",");
    const list = best.get(cells[basket]!);
    if (list) list.push(cells[product]!);
    else best.set(cells[basket]!, [cells[product]!]);
  }
  return best;
}
