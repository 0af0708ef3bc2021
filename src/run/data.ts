import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { simulateGrocery, writeWorld } from "../blueprints/recommendation/world/index.ts";
import type { RecommendationPlan } from "../blueprints/recommendation/plan.ts";
import type { Progress } from "../blueprints/recommendation/learn.ts";
import { ingest, sourceVersion } from "../data/ingest.ts";
import type { IngestReport } from "../data/ingest-report.ts";
import { openTables } from "../data/table-store.ts";
import type { Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { inFolder, keep, keyOf, readKept } from "./keep.ts";

/** Where the data of a run comes from. */
export interface DataOrigin {
  /** Folder that `from:` of every source is read in. */
  readonly root: string;
  readonly kind: "world" | "files";
  /** In words, for a person. */
  readonly text: string;
}

/** Data taken in and checked. */
export interface TakenIn {
  readonly origin: DataOrigin;
  /** DuckDB file with one table per source. */
  readonly dataPath: string;
  readonly reports: readonly IngestReport[];
  /** Fingerprint of the content of all files and of how they were read. */
  readonly dataVersion: string;
  readonly reused: boolean;
}

/** Largest simulated world; a design may state more, the simulator stays on one machine. */
const largestWorld = { households: 3000, products: 2000 };
const worldWeeks = 40;

/** The folder with the data: the one that is given, or a simulated world, made once for its seed and size. */
export async function findData(
  plan: RecommendationPlan,
  {
    dataFolder,
    workFolder,
    seed,
    code,
    onProgress,
  }: { dataFolder?: string | undefined; workFolder: string; seed: string; code: string; onProgress: Progress },
): Promise<DataOrigin> {
  if (dataFolder !== undefined) {
    if (!existsSync(dataFolder))
      throw new Problem({
        code: "run/no-world",
        found: `The data folder \`${dataFolder}\` does not exist.`,
        fix: "give the folder that holds the files named by `from:`, or leave `--data` out to run on a simulated world",
        at: { file: dataFolder },
      });
    return { root: dataFolder, kind: "files", text: `files in ${dataFolder}` };
  }
  const households = Math.min(plan.scale.users, largestWorld.households);
  const products = Math.min(plan.scale.items, largestWorld.products);
  const root = join(workFolder, `world-${keyOf(seed, households, products, code)}`);
  const text = `a simulated world: ${households.toLocaleString("en")} households, ${products.toLocaleString("en")} products, ${worldWeeks} weeks, seed ${seed}`;
  if (!readKept(root, "complete.json")) {
    onProgress(`making ${text}`);
    await writeWorld(simulateGrocery({ seed, households, products, weeks: worldWeeks }), root);
    keep(root, "complete.json", { households, products });
  }
  return { root, kind: "world", text };
}

/** Takes every source in and checks it; what has not changed is not read again. */
export async function takeIn(
  plan: RecommendationPlan,
  origin: DataOrigin,
  { workFolder, code, clock, onProgress }: { workFolder: string; code: string; clock: Clock; onProgress: Progress },
): Promise<TakenIn> {
  const versions: (string | undefined)[] = [];
  for (const { definition } of plan.sources) versions.push(await sourceVersion(definition, { root: origin.root }));
  const dataVersion = keyOf(
    versions,
    plan.sources.map(({ definition }) => definition),
    code,
  );
  const dataPath = join(workFolder, `data-${dataVersion}.duckdb`);
  const kept = readKept<IngestReport[]>(workFolder, `data-${dataVersion}.json`);
  if (kept && existsSync(dataPath)) return { origin, dataPath, reports: kept, dataVersion, reused: true };
  const half = `${dataPath}.${process.pid}.half`;
  const reports = await ingestAll(plan, origin, half, { workFolder, clock, onProgress });
  inFolder(workFolder, () => moveWhole(half, dataPath));
  keep(workFolder, `data-${dataVersion}.json`, reports);
  return { origin, dataPath, reports, dataVersion, reused: false };
}

async function ingestAll(
  plan: RecommendationPlan,
  origin: DataOrigin,
  path: string,
  { workFolder, clock, onProgress }: { workFolder: string; clock: Clock; onProgress: Progress },
): Promise<IngestReport[]> {
  removeFiles(path);
  const tables = await openTables({ path, memoryLimitMb: 500 });
  try {
    const reports: IngestReport[] = [];
    for (const { definition } of plan.sources) {
      onProgress(`taking in ${definition.name}`, reports.length, plan.sources.length);
      reports.push(
        await ingest(tables, definition, {
          root: origin.root,
          clock,
          quarantineFolder: join(workFolder, "quarantine"),
        }),
      );
    }
    await tables.run("CHECKPOINT");
    return reports;
  } catch (error) {
    tables.close();
    removeFiles(path);
    throw error;
  } finally {
    tables.close();
  }
}

function moveWhole(from: string, to: string): void {
  removeFiles(to);
  renameIfThere(from, to);
  renameIfThere(`${from}.wal`, `${to}.wal`);
}

const renameIfThere = (from: string, to: string): void => {
  if (existsSync(from)) renameSync(from, to);
};

function removeFiles(path: string): void {
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}
