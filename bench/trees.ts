import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import auc from "../src/evaluation/metrics/auc.ts";
import { seededRandom } from "../src/kit/random.ts";
import { fitTrees } from "../src/training/trees/fit.ts";
import { metricFor } from "../src/training/trees/metric.ts";
import { completeTreeOptions, type TreeObjective } from "../src/training/trees/options.ts";
import type { LabelledRows } from "../src/training/trees/rows.ts";
import { treeScorer } from "../src/training/trees/score.ts";
import { type BenchRow, benchRow, benchTable, isMain } from "./bench-row.ts";
import { withPython } from "./python.ts";
import { clickRows, rankingRows } from "./tree-data.ts";

const shape = { trees: 100, leaves: 31, learningRate: 0.1, minRowsPerLeaf: 20 };

interface Outcome {
  readonly seconds: number;
  /** AUC or NDCG@10 on later rows. */
  readonly quality: number;
}

interface Task {
  readonly what: string;
  readonly objective: TreeObjective;
  readonly quality: string;
  readonly train: LabelledRows;
  readonly later: LabelledRows;
  readonly peers: readonly string[];
}

/**
 * Training on one thread, binning included, against LightGBM and scikit-learn on the same rows with the same settings.
 * Processor time is compared, because other work on the machine does not stretch it.
 */
export async function run(): Promise<BenchRow[]> {
  return [...(await compare(clicks())), ...(await compare(ranking()))];
}

const clicks = (): Task => ({
  what: "boosted trees, 500k × 28, 100 trees × 31 leaves",
  objective: "binary",
  quality: "AUC",
  train: clickRows(500_000, 28, "bench/trees/train"),
  later: clickRows(100_000, 28, "bench/trees/later"),
  peers: ["lightgbm", "scikit-learn"],
});

const ranking = (): Task => ({
  what: "LambdaMART, 4,000 queries (200k × 28), 100 trees × 31 leaves",
  objective: "lambdarank",
  quality: "NDCG@10",
  train: rankingRows(4_000, 28, "bench/ranking/train"),
  later: rankingRows(1_000, 28, "bench/ranking/later"),
  peers: ["lightgbm"],
});

async function compare(task: Task): Promise<BenchRow[]> {
  const before = measureOurs(task);
  const peers = await measurePeers(task);
  const after = measureOurs(task);
  const ours = { ...before, seconds: Math.min(before.seconds, after.seconds) };
  return task.peers.flatMap((name) => {
    const peer = peers?.[name];
    if (!peer) return [];
    const note = `best of 2 runs each; ${task.quality} ours ${ours.quality.toFixed(4)}, ${name} ${peer.quality.toFixed(4)}`;
    return [
      benchRow({
        what: task.what,
        ours: ours.seconds,
        peer: peer.seconds,
        unit: "CPU s",
        peerName: `${name}, 1 thread`,
        note,
        better: "lower",
      }),
    ];
  });
}

function measureOurs(task: Task): Outcome {
  const start = process.cpuUsage();
  const model = fitTrees(task.train, { ...shape, objective: task.objective }, { random: seededRandom("bench") });
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const scores = new Float64Array(task.later.rowCount);
  treeScorer(model).score(task.later.matrix, task.later.rowCount, scores);
  return { seconds, quality: qualityOf(task, scores) };
}

function qualityOf({ objective, later }: Task, scores: Float64Array): number {
  if (objective === "binary") return auc.overRows!({ scores, labels: later.labels })!;
  return metricFor(later, completeTreeOptions({ objective, ndcgAt: 10 })).measure(scores);
}

async function measurePeers(task: Task): Promise<Record<string, Outcome> | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "bench-trees-"));
  try {
    for (const part of ["train", "later"] as const) {
      await writeFile(join(folder, `${part}.matrix`), task[part].matrix);
      await writeFile(join(folder, `${part}.labels`), task[part].labels);
      await writeFile(join(folder, `${part}.groups`), task[part].groups ?? new Int32Array(0));
    }
    const facts = JSON.stringify({
      ...shape,
      objective: task.objective,
      peers: task.peers,
      features: task.train.featureCount,
    });
    const said = await withPython(["lightgbm", "scikit-learn", "numpy"], peerScript, [folder, facts]);
    if (said === undefined) return undefined;
    const seconds = JSON.parse(said.split("\n").at(-1)!) as Record<string, number>;
    const outcome = async (name: string): Promise<[string, Outcome]> => {
      const bytes = await readFile(join(folder, name));
      const quality = qualityOf(task, new Float64Array(bytes.buffer, bytes.byteOffset, task.later.rowCount));
      return [name, { seconds: seconds[name]!, quality }];
    };
    return Object.fromEntries(await Promise.all(task.peers.map(outcome)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const peerScript = `
import json, sys, time
import numpy as np
folder, facts = sys.argv[1], json.loads(sys.argv[2])
read = lambda name, kind: np.fromfile(folder + "/" + name, kind)
train = read("train.matrix", np.float32).reshape(-1, facts["features"])
later = read("later.matrix", np.float32).reshape(-1, facts["features"])
labels, groups = read("train.labels", np.float32), read("train.groups", np.int32)

def lightgbm():
    import lightgbm
    settings = dict(objective=facts["objective"], num_leaves=facts["leaves"], learning_rate=facts["learningRate"],
        min_data_in_leaf=facts["minRowsPerLeaf"], num_threads=1, verbose=-1, seed=1)
    start = time.process_time()
    rows = lightgbm.Dataset(train, labels, group=groups if len(groups) else None)
    model = lightgbm.train(settings, rows, facts["trees"])
    return time.process_time() - start, model.predict(later)

def scikit_learn():
    from sklearn.ensemble import HistGradientBoostingClassifier
    model = HistGradientBoostingClassifier(max_iter=facts["trees"], max_leaf_nodes=facts["leaves"], random_state=1,
        learning_rate=facts["learningRate"], min_samples_leaf=facts["minRowsPerLeaf"], early_stopping=False)
    start = time.process_time()
    model.fit(train, labels)
    return time.process_time() - start, model.decision_function(later)

seconds = {}
for name in facts["peers"]:
    runs = [lightgbm() if name == "lightgbm" else scikit_learn() for _ in range(2)]
    seconds[name] = min(run[0] for run in runs)
    np.asarray(runs[0][1], np.float64).tofile(folder + "/" + name)
print(json.dumps(seconds))
`;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
