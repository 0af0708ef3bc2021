import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../src/kit/clock.ts";
import { seededRandom } from "../src/kit/random.ts";
import { topByInnerProduct } from "../src/retrieval/inner-product.ts";
import { plantWorld, type PlantedWorld } from "../src/training/als/planted-world.ts";
import { fitAls } from "../src/training/learners/als.ts";
import { type BenchRow, benchRow, benchTable, isMain } from "./bench-row.ts";
import { withPython } from "./python.ts";

/** 1,000,000 interactions to train on. */
const world = { userCount: 20_000, itemCount: 4_000, rank: 6, sharpness: 4, takenPerUser: 50, heldOutPerUser: 10 };
const options = { factors: 64, iterations: 10, regularisation: 300, alpha: 10 };
const judgedUsers = 2_000;

interface Outcome {
  readonly secondsPerIteration: number;
  /** Of held-out items among the 20 best not trained on. */
  readonly recallAt20: number;
}

const peerScript = `
import sys, json
import numpy as np
from scipy.sparse import csr_matrix
from implicit.als import AlternatingLeastSquares
folder, facts = sys.argv[1], json.loads(sys.argv[2])
users = np.fromfile(folder + "/users", np.int32)
items = np.fromfile(folder + "/items", np.int32)
confidence = np.full(len(users), 1 + facts["alpha"], np.float32)
matrix = csr_matrix((confidence, (users, items)), shape=(facts["userCount"], facts["itemCount"]))
model = AlternatingLeastSquares(factors=facts["factors"], regularization=facts["regularisation"], alpha=1,
    iterations=facts["iterations"], use_cg=True, use_native=True, use_gpu=False, num_threads=1, random_state=1)
seconds = []
model.fit_callback = lambda iteration, elapsed, loss=None: seconds.append(elapsed)
model.fit(matrix, show_progress=False)
model.user_factors.astype(np.float32).tofile(folder + "/user-factors")
model.item_factors.astype(np.float32).tofile(folder + "/item-factors")
print(json.dumps(sorted(seconds)[len(seconds) // 2]))
`;

/**
 * ALS against the C++ of `implicit` on one thread: seconds per iteration, with what each then recalls, so that speed is
 * not bought with quality. No rows where the peer cannot be had.
 */
export async function run(): Promise<BenchRow[]> {
  const planted = plantWorld(seededRandom("bench/als"), world);
  const peer = await measurePeer(planted);
  if (!peer) return [];
  const ours = measureOurs(planted);
  const floor = recallOf(planted, () => countsOf(planted)).toFixed(3);
  const ceiling = recallOf(planted, (user) => planted.truth(user)).toFixed(3);
  return [
    benchRow({
      what: "ALS, 1M interactions × 64 factors, one iteration",
      ours: ours.secondsPerIteration,
      peer: peer.secondsPerIteration,
      unit: "s",
      better: "lower",
      peerName: "implicit (C++), 1 thread",
      note: "median of the iterations; both with 3 conjugate-gradient steps",
    }),
    benchRow({
      what: "ALS, recall@20 of held-out interactions",
      ours: ours.recallAt20,
      peer: peer.recallAt20,
      unit: "share",
      better: "higher",
      peerName: "implicit (C++), 1 thread",
      note: `popularity recalls ${floor}, the planted truth ${ceiling}`,
    }),
  ];
}

function measureOurs(planted: PlantedWorld): Outcome {
  const seconds: number[] = [];
  let before = Infinity;
  const model = fitAls(planted.train, options, {
    random: seededRandom("bench/als"),
    onProgress: () => {
      const now = systemClock.elapsedMillis();
      if (before < now) seconds.push((now - before) / 1000);
      before = now;
    },
  });
  return {
    secondsPerIteration: median(seconds),
    recallAt20: factorRecall(planted, model.userFactors, model.itemFactors),
  };
}

/** `undefined` where Python or its packages cannot be had. */
async function measurePeer(planted: PlantedWorld): Promise<Outcome | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "bench-als-"));
  try {
    await writeFile(join(folder, "users"), planted.train.userIndex);
    await writeFile(join(folder, "items"), planted.train.itemIndex);
    const facts = JSON.stringify({ ...options, userCount: world.userCount, itemCount: world.itemCount });
    const said = await withPython(["implicit"], peerScript, [folder, facts]);
    if (said === undefined) return undefined;
    const factors = (name: string) =>
      readFile(join(folder, name)).then((bytes) => new Float32Array(bytes.slice().buffer));
    const recallAt20 = factorRecall(planted, await factors("user-factors"), await factors("item-factors"));
    return { secondsPerIteration: Number(said.split("\n").at(-1)), recallAt20 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function factorRecall(planted: PlantedWorld, users: Float32Array, items: Float32Array): number {
  const width = options.factors;
  return share(planted, (user, exclude) => {
    const query = users.subarray(user * width, (user + 1) * width);
    return topByInnerProduct(query, items, width, 20, { exclude }).items;
  });
}

function recallOf(planted: PlantedWorld, scores: (user: number) => Float32Array): number {
  return share(planted, (user, exclude) => {
    const own = scores(user);
    return topByInnerProduct(Float32Array.of(1), own, 1, 20, { exclude }).items;
  });
}

function share(planted: PlantedWorld, best: (user: number, exclude: Set<number>) => Int32Array): number {
  let found = 0;
  for (let user = 0; user < judgedUsers; user++) {
    const taken = new Set(planted.train.itemIndex.subarray(user * world.takenPerUser, (user + 1) * world.takenPerUser));
    const wanted = planted.heldOut.subarray(user * world.heldOutPerUser, (user + 1) * world.heldOutPerUser);
    for (const item of best(user, taken)) if (wanted.includes(item)) found++;
  }
  return found / (judgedUsers * world.heldOutPerUser);
}

function countsOf(planted: PlantedWorld): Float32Array {
  const counts = new Float32Array(world.itemCount);
  for (const item of planted.train.itemIndex) counts[item]!++;
  return counts;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
