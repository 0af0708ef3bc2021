import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../kit/clock.ts";
import { openDecisionLog, type DecisionLog } from "./decision-log.ts";
import { sampleDecision } from "./fixtures/sample-decision.ts";
import { startTestServer, type TestServer } from "./fixtures/test-server.ts";
import { injectFaults, parseFault } from "./faults.ts";
import type { RecommendAnswer, RecommendRequest, RequestContext } from "./http-contract.ts";
import { runPath, type RequestPath } from "./path.ts";
import { readDecisionLog } from "./read-decision-log.ts";
import { startWorkers, type WorkerPool } from "./worker-pool.ts";

interface State {
  values: Float32Array;
  scores?: Float32Array;
  items?: number[];
}

const module = new URL("./fixtures/double-worker.ts", import.meta.url);

/** The smallest whole system: features, a worker that ranks, a fallback, a decision log, HTTP. */
describe("a serving system", () => {
  let pool: WorkerPool;
  let log: DecisionLog;
  let server: TestServer;
  let folder: string;
  let path: RequestPath<State>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "serving-"));
    pool = await startWorkers({ module, init: { factor: 2 }, count: 1, restartDelayMillis: 20 });
    log = await openDecisionLog({ folder, flushMillis: 5, segmentBytes: 1e6, bufferBytes: 1e6, featureShare: 1 });
    path = {
      steps: [{ name: "rank", budgetMillis: 500, run: (state, deadline) => rank(state, deadline.remainingMillis()) }],
      deadlineMillis: 5000,
      fallback: { name: "popular", run: (state) => void (state.items = [1]) },
    };
    server = await startTestServer({ recommend }, { clock: systemClock });
  });
  afterEach(async () => {
    await server.close();
    await Promise.all([pool.close(), log.close()]);
    await rm(folder, { recursive: true });
  });

  async function rank(state: State, remainingMillis: number): Promise<void> {
    state.scores = (await pool.call({ values: state.values }, remainingMillis)) as Float32Array;
    state.items = [...state.scores];
  }

  async function recommend(request: RecommendRequest, context: RequestContext): Promise<RecommendAnswer> {
    const { startedMillis, requestId } = context;
    const result = await runPath<State>(
      path,
      { values: Float32Array.of(request.count) },
      { clock: systemClock, startedMillis },
    );
    server.metrics.observePath(result);
    log.append(sampleDecision(0, { ...result, requestId, request: { ...request } }));
    return {
      items: result.state.items!.map((item) => ({ item })),
      versions: { model: "double@1" },
      fallback: result.fallback,
    };
  }

  const ask = async (count: number) => {
    const response = await server.post("/v1/recommend", { household: "1", count });
    return { status: response.status, ...((await response.json()) as RecommendAnswer) };
  };

  it("answers every request while the worker that ranks is killed, and says when it falls back", async () => {
    expect(await ask(21)).toMatchObject({ status: 200, items: [{ item: 42 }], fallback: false });
    const [pid] = pool.pids();
    const asked = Array.from({ length: 40 }, () => ask(21));
    process.kill(pid!, "SIGKILL");
    const during = [...(await Promise.all(asked)), await ask(21)];
    expect(new Set(during.map(({ status }) => status))).toEqual(new Set([200]));
    const fallen = during.filter(({ fallback }) => fallback);
    expect(fallen.length).toBeGreaterThan(0);
    for (const answer of fallen) {
      expect(answer).toMatchObject({ items: [{ item: 1 }], fallback: { name: "popular", step: "rank" } });
      expect(answer.fallback!.because).toMatch(
        /^Step rank failed: (Worker process \d+ has ended|No worker is alive)\.$/,
      );
    }
    while ((await ask(21)).fallback) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pool.pids()).not.toContain(pid);
    await log.close();
    const logged = [];
    for await (const decision of readDecisionLog(folder)) logged.push(decision);
    expect(logged.filter(({ fallback }) => fallback).length).toBeGreaterThanOrEqual(fallen.length);
    expect(await server.metrics.text()).toContain('plumb_fallback_total{step="rank",kind="failed"}');
  });

  it("answers in time when a step sleeps on purpose", async () => {
    path = injectFaults({ ...path, deadlineMillis: 30 }, [parseFault("rank: sleep 200ms")]);
    expect(await ask(1)).toMatchObject({
      items: [{ item: 1 }],
      fallback: { step: "rank", because: "Step rank was not done when the deadline of 30 ms passed." },
    });
    expect(await server.metrics.text()).toContain('plumb_fallback_total{step="rank",kind="late"} 1');
  });

  it("counts a step that breaks its promise, though the answer is in time", async () => {
    path = injectFaults({ ...path, steps: [{ ...path.steps[0]!, budgetMillis: 10 }] }, [
      parseFault("rank: sleep 30ms"),
    ]);
    expect(await ask(4)).toMatchObject({ items: [{ item: 8 }], fallback: false });
    server.metrics.watchDecisionLog(log);
    server.metrics.countWorkerExit();
    await log.flush();
    const text = await server.metrics.text();
    expect(text).toContain('plumb_step_over_budget_total{step="rank"} 1');
    expect(text).toContain('plumb_step_seconds_count{step="rank"} 1');
    expect(text).toContain('plumb_request_seconds_count{route="/v1/recommend",outcome="ok"} 1');
    expect(text).toContain("plumb_decision_log_written 1");
    expect(text).toContain("plumb_decision_log_dropped 0");
    expect(text).toContain("plumb_worker_exits_total 1");
    expect(text).toMatch(/plumb_event_loop_delay_p99_seconds \d/);
  });
});
