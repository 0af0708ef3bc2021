import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { benchRow, benchTable, isMain, type BenchRow } from "./bench-row.ts";
import type { HttpLoad, HttpMeasurement } from "./http-client.ts";

export type { HttpLoad, HttpMeasurement } from "./http-client.ts";

/** Measures a server with a closed loop in a process of its own: each connection waits for its answer, then asks again. */
export async function measureHttp(load: HttpLoad): Promise<HttpMeasurement> {
  const client = start("./http-client.ts");
  client.send(load);
  const [measurement] = (await Promise.race([once(client, "message"), failed(client)])) as [HttpMeasurement];
  return measurement;
}

/** Runs a server script that sends its port, as long as the work takes. */
export async function withServer<T>(script: string, work: (origin: string) => Promise<T>): Promise<T> {
  const server = start(script);
  const [port] = (await Promise.race([once(server, "message"), failed(server)])) as [number];
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.disconnect();
  }
}

function start(script: string) {
  return fork(fileURLToPath(new URL(script, import.meta.url)), [], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
}

async function failed(child: ReturnType<typeof start>): Promise<never> {
  const [code] = (await once(child, "exit")) as [number | null];
  throw new Error(`${child.spawnfile} ended early with code ${code}`);
}

const ROUNDS = 3;

/** Our server, doing nothing but what every request needs, against a bare echo of node:http; by turns, in one run. */
export async function run(): Promise<BenchRow[]> {
  return withServer("./http-echo.ts", (echo) =>
    withServer("./http-shell.ts", async (shell) => {
      const many = await takeTurns(echo, shell, 32);
      const one = await takeTurns(echo, shell, 1);
      return [
        row("HTTP shell, requests/s at 32 connections", many, "requestsPerSecond"),
        row("HTTP shell, p99 at 32 connections", many, "p99Millis"),
        row("HTTP shell, median at 1 connection", one, "p50Millis"),
      ];
    }),
  );
}

interface Turns {
  readonly ours: readonly HttpMeasurement[];
  readonly peer: readonly HttpMeasurement[];
}

async function takeTurns(echo: string, shell: string, connections: number): Promise<Turns> {
  const load = { method: "POST", body: '{"household":"2261","count":10}', seconds: 1.25, connections };
  const ours: HttpMeasurement[] = [];
  const peer: HttpMeasurement[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    peer.push(await measureHttp({ ...load, url: echo }));
    ours.push(await measureHttp({ ...load, url: `${shell}/v1/recommend` }));
  }
  return { ours, peer };
}

function row(what: string, { ours, peer }: Turns, field: "requestsPerSecond" | "p50Millis" | "p99Millis"): BenchRow {
  const failures = ours.reduce((sum, one) => sum + one.failures, 0);
  const isRate = field === "requestsPerSecond";
  return benchRow({
    what,
    ours: median(ours.map((one) => one[field])),
    peer: median(peer.map((one) => one[field])),
    unit: isRate ? "requests/s" : "ms",
    better: isRate ? "higher" : "lower",
    peerName: "bare node:http echo",
    note: `median of ${ROUNDS} turns each, ${failures} failed answers; closed loop, client in its own process`,
  });
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
