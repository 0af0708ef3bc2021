import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDesign, prepare, startServing, type DesignDocument, type Prepared } from "../src/index.ts";
import { readDecisionLog } from "../src/serving/read-decision-log.ts";
import { benchRow, benchTable, isMain, type BenchRow } from "./bench-row.ts";
import { measureHttp, withServer, type HttpMeasurement } from "./http.ts";

const rounds = 3;
const connections = 8;
const example = new URL("../examples/grocery/grocery.design.yaml", import.meta.url);

/** The grocery recommender with larger takes, so that a request has about 300 candidates; one ranking worker. */
function widened(): DesignDocument {
  const text = readFileSync(example, "utf8")
    .replace("factors: 32, take: 120", "factors: 32, take: 220")
    .replace("over: 30d, take: 100", "over: 30d, take: 160")
    .replace("over: 180d, take: 80", "over: 180d, take: 120")
    .replace("recall@300", "recall@500");
  const { document, problems } = parseDesign(text, "grocery, widened");
  if (!document) throw problems[0]!;
  return document;
}

/** `POST /v1/recommend` of the whole running system against a bare echo of node:http, by turns, in one run. */
export async function run(): Promise<BenchRow[]> {
  const workFolder = mkdtempSync(join(tmpdir(), "plumb-bench-"));
  try {
    const prepared = await prepare(widened(), { workFolder, seed: "1", onProgress: () => {} });
    const serving = await startServing(prepared, {
      port: 0,
      stateFolder: join(workFolder, "state"),
      workers: 1,
      featureShare: 0.01,
    });
    try {
      const turns = await withServer("./http-echo.ts", (echo) => takeTurns(echo, serving.url, bodyFor(prepared)));
      await serving.flush();
      return rows(turns, await meanCandidates(join(workFolder, "state", "decisions")));
    } finally {
      await serving.close();
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

function bodyFor({ release, plan }: Prepared): string {
  const { users } = JSON.parse(new TextDecoder().decode(release.files["als-names.json"])) as { users: string[] };
  return JSON.stringify({ [plan.forWhom]: users[Math.floor(users.length / 2)] });
}

interface Turns {
  readonly ours: HttpMeasurement[];
  readonly peer: HttpMeasurement[];
}

async function takeTurns(echo: string, url: string, body: string): Promise<Turns> {
  const turns: Turns = { ours: [], peer: [] };
  await measureHttp({ url: `${url}/v1/recommend`, method: "POST", body, seconds: 2, connections });
  for (let round = 0; round < rounds; round++) {
    turns.peer.push(await measureHttp({ url: echo, method: "POST", body, seconds: 2, connections }));
    turns.ours.push(await measureHttp({ url: `${url}/v1/recommend`, method: "POST", body, seconds: 3, connections }));
  }
  return turns;
}

async function meanCandidates(folder: string): Promise<number> {
  let [sum, count] = [0, 0];
  for await (const { candidates } of readDecisionLog(folder)) {
    sum += candidates.length;
    count++;
  }
  return sum / count;
}

function rows({ ours, peer }: Turns, candidates: number): BenchRow[] {
  const median = (list: readonly HttpMeasurement[], field: "requestsPerSecond" | "p99Millis") =>
    list.map((one) => one[field]).toSorted((a, b) => a - b)[list.length >> 1]!;
  const failures = ours.reduce((sum, one) => sum + one.failures, 0);
  const note = `${Math.round(candidates)} candidates a request, one ranking worker, ${connections} connections in a closed loop, median of ${rounds} turns, ${failures} failed answers`;
  return [
    benchRow({
      what: "recommend over HTTP, requests/s",
      ours: median(ours, "requestsPerSecond"),
      peer: median(peer, "requestsPerSecond"),
      unit: "requests/s",
      better: "higher",
      peerName: "bare node:http echo",
      note,
    }),
    benchRow({
      what: "recommend over HTTP, p99",
      ours: median(ours, "p99Millis"),
      peer: median(peer, "p99Millis"),
      unit: "ms",
      better: "lower",
      peerName: "bare node:http echo",
    }),
  ];
}

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
