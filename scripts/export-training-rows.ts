import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { collaborativeFromFiles, fitCollaborative } from "../src/blueprints/recommendation/collaborative.ts";
import { defaultLimits } from "../src/blueprints/recommendation/learn.ts";
import { drawLearningVisits } from "../src/blueprints/recommendation/learning-visits.ts";
import { pastCandidates } from "../src/blueprints/recommendation/past-candidates.ts";
import type { RecommendationPlan } from "../src/blueprints/recommendation/plan.ts";
import { rankRows, type RankRows } from "../src/blueprints/recommendation/rank-rows.ts";
import { cutData, readVisits, type Cuts, type Visit } from "../src/blueprints/recommendation/visits.ts";
import { openTables, type Tables } from "../src/data/table-store.ts";
import { seededRandom } from "../src/kit/random.ts";
import { readDesign } from "../src/operations/files/read-design.ts";
import { prepare, type Prepared } from "../src/run/prepare.ts";

/**
 * Writes the rows of a recommender's design as CSV, for the training scripts that Plumbline proposes:
 *
 *     node scripts/export-training-rows.ts DESIGN --for ranker|two-tower --work FOLDER --out rows.csv
 *
 * Rows for a ranker are the learning visits that the built-in ranker is taught with, and every candidate of the visits
 * that it is judged on. Rows for two towers are the purchases of visits, candidate or not.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    for: { type: "string", default: "ranker" },
    work: { type: "string", default: ".plumb" },
    data: { type: "string" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: "rows.csv" },
    visits: { type: "string", default: "12000" },
  },
});

interface Part {
  readonly visits: readonly Visit[];
  readonly rows: RankRows;
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const document = await readDesign(positionals[0] ?? "examples/grocery/grocery.design.yaml");
const prepared = await prepare(document, {
  dataFolder: values.data,
  workFolder: values.work,
  seed: values.seed,
  onProgress: say,
});
const label = document.design.data?.labels?.[0]?.name ?? "label";
const tables = await openTables({ path: prepared.data.dataPath, memoryLimitMb: 400 });
try {
  const cuts = await cutData(tables, prepared.plan);
  const parts =
    values.for === "two-tower" ? await towerParts(tables, prepared, cuts) : await rankerParts(tables, prepared, cuts);
  await pipeline(lines(prepared.plan, label, parts), createWriteStream(values.out));
  say(
    `${values.out}: ${parts.reduce((sum, { rows }) => sum + rows.rowCount, 0)} rows; --test-from ${cuts.testFromMillis}`,
  );
} finally {
  tables.close();
}

async function rankerParts(tables: Tables, { plan, seed, release }: Prepared, cuts: Cuts): Promise<Part[]> {
  const random = seededRandom(seed);
  const earlier = await fitCollaborative(tables, plan, cuts.learnFromMillis, random.stream("als/learn"));
  const taught = await drawLearningVisits(tables, plan, cuts, defaultLimits, {
    collaborative: earlier,
    random: random.stream("negatives"),
  });
  const later = collaborativeFromFiles(release.files);
  const judged = await testVisits(tables, plan, cuts);
  const { merged } = await pastCandidates(tables, plan, judged, later);
  return [
    { visits: taught.visits, rows: await rankRows(tables, plan, taught.visits, taught.candidates, earlier) },
    { visits: judged, rows: await rankRows(tables, plan, judged, merged, later) },
  ];
}

async function towerParts(tables: Tables, { plan }: Prepared, cuts: Cuts): Promise<Part[]> {
  const period = { fromMillis: cuts.testFromMillis - plan.trainOnMillis, untilMillis: cuts.testFromMillis };
  const taught = await readVisits(
    tables,
    plan,
    { ...period, knownByMillis: cuts.testFromMillis },
    Number(values.visits),
  );
  const judged = await testVisits(tables, plan, cuts);
  return [
    { visits: taught, rows: await bought(tables, plan, taught) },
    { visits: judged, rows: await bought(tables, plan, judged) },
  ];
}

async function bought(tables: Tables, plan: RecommendationPlan, visits: readonly Visit[]): Promise<RankRows> {
  const candidates = visits.map(({ relevant }) => relevant);
  return await rankRows(tables, plan, visits, candidates, undefined);
}

async function testVisits(tables: Tables, plan: RecommendationPlan, cuts: Cuts): Promise<Visit[]> {
  const period = { fromMillis: cuts.testFromMillis, untilMillis: cuts.lastMillis + 1 };
  return await readVisits(tables, plan, period, defaultLimits.testVisits);
}

function* lines(plan: RecommendationPlan, labelName: string, parts: readonly Part[]): Generator<string> {
  const names = plan.features.map(({ name }) => name);
  yield `${[plan.forWhom, plan.what, "time_ms", labelName, "relevant_total", ...names].join(",")}\n`;
  for (const { visits, rows } of parts) {
    let row = 0;
    for (const [i, visit] of visits.entries())
      for (const item of rows.candidates[i]!) {
        const vector = rows.matrix.subarray(row * names.length, (row + 1) * names.length);
        const cells = [visit.who, item].map(quoted);
        yield `${[...cells, visit.timeMillis, rows.labels[row], visit.relevant.length, ...Array.from(vector, cell)].join(",")}\n`;
        row++;
      }
  }
}

function cell(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
