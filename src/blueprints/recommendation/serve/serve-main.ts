import { join } from "node:path";
import { openEventLog } from "../../../data/event-log.ts";
import { clockStartingAt } from "../../../kit/clock.ts";
import { Problem } from "../../../kit/problem.ts";
import { seededRandom } from "../../../kit/random.ts";
import { openDecisionLog } from "../../../serving/decision-log.ts";
import { injectFaults, parseFault } from "../../../serving/faults.ts";
import { startHttp } from "../../../serving/http.ts";
import { servingMetrics, type ServingMetrics } from "../../../serving/metrics.ts";
import { startWorkers, type WorkerPool } from "../../../serving/worker-pool.ts";
import { collaborativeFromFiles } from "../collaborative.ts";
import { recommendHandlers } from "./handlers.ts";
import { loadState } from "./live-state.ts";
import type { FromServing, ServeInit, ToServing } from "./messages.ts";
import { requestPath, type Live } from "./request-path.ts";

const popularityRefreshMillis = 60_000;
const fallbackDepth = 100;

/** The serving process: it is told what to serve, serves until it is told to close, and leaves nothing behind. */
async function serve(init: ServeInit): Promise<(message: Exclude<ToServing, ServeInit>) => Promise<unknown>> {
  const clock = clockStartingAt(init.startMillis);
  const { plan } = init;
  const loaded = await loadState(plan, init.dataPath, init.startMillis);
  const eventLog = await openEventLog(join(init.stateFolder, "events"));
  for await (const event of eventLog.read()) {
    loaded.features.append([event]);
    loaded.history.append([event]);
  }
  const metrics = servingMetrics();
  const rankers = await startRankers(init, metrics);
  const live: Live = {
    plan,
    clock,
    random: seededRandom(init.seed).stream("serving"),
    features: loaded.features,
    history: loaded.history,
    collaborative: collaborativeFromFiles(init.release.files),
    rankers,
    popular: { candidates: [], fallback: [] },
  };
  const refresh = () => {
    live.popular = popularNow(live);
  };
  refresh();
  const refreshing = setInterval(refresh, popularityRefreshMillis);
  const decisions = await openDecisionLog({
    folder: join(init.stateFolder, "decisions"),
    flushMillis: 200,
    segmentBytes: 64_000_000,
    bufferBytes: 32_000_000,
    featureShare: init.featureShare,
  });
  metrics.watchDecisionLog(decisions);
  const whole = requestPath(live);
  const current = { path: injectFaults(whole, init.faults.map(parseFault)) };
  const { handlers, keys } = recommendHandlers({
    live,
    current,
    decisions,
    eventLog,
    metrics,
    release: init.release,
    notice: (text) => send({ kind: "notice", text }),
  });
  const server = await startHttp({ port: init.port, host: init.host, handlers, keys, clock, metrics });
  send({ kind: "ready", url: server.url, events: loaded.events, workers: rankers?.pids() ?? [] });

  const close = async () => {
    ending.now = true;
    clearInterval(refreshing);
    await server.close();
    await rankers?.close();
    await decisions.close();
    await eventLog.close();
    metrics.close();
  };
  return async (message) => {
    if (message.kind === "faults") current.path = injectFaults(whole, message.faults.map(parseFault));
    if (message.kind === "flush") await decisions.flush();
    if (message.kind === "events") return await Array.fromAsync(eventLog.read());
    if (message.kind === "workers") return rankers?.pids() ?? [];
    if (message.kind === "kill") return rankers?.kill(message.pid) ?? false;
    if (message.kind === "close") await close();
    return undefined;
  };
}

async function startRankers({ release, workers }: ServeInit, metrics: ServingMetrics): Promise<WorkerPool | undefined> {
  if (!release.trees && !release.imported) return undefined;
  const module = release.imported ? "./rank-onnx-worker" : "./rank-worker";
  return await startWorkers({
    module: new URL(`${module}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url),
    init: release.imported ?? { trees: release.trees },
    count: workers,
    restartDelayMillis: 500,
    onExit: ({ pid }) => {
      if (ending.now) return;
      metrics.countWorkerExit();
      send({ kind: "notice", text: `ranking worker ${pid} ended; it is started again` });
    },
  });
}

/** Workers that end because we end are no news. */
const ending = { now: false };

function popularNow({ plan, history, clock }: Live): Live["popular"] {
  const now = clock.nowMillis();
  const { popularity } = plan.retrieve;
  const fallback = history.popular(now, plan.baseline.overMillis, fallbackDepth);
  if (!popularity) return { candidates: [], fallback };
  const same = popularity.overMillis === plan.baseline.overMillis && popularity.take <= fallbackDepth;
  return {
    candidates: same
      ? fallback.slice(0, popularity.take)
      : history.popular(now, popularity.overMillis, popularity.take),
    fallback,
  };
}

function send(message: FromServing): void {
  if (process.connected) process.send!(message);
}

function main(): void {
  let answer: ((message: Exclude<ToServing, ServeInit>) => Promise<unknown>) | undefined;
  const end = async () => {
    await answer?.({ kind: "close" });
    process.exit(0);
  };
  process.on("SIGINT", () => {});
  process.on("disconnect", () => void end());
  process.on("SIGTERM", () => void end());
  process.on("message", async (message: ToServing) => {
    try {
      if (message.kind === "init") answer = await serve(message);
      else if (message.kind === "close") await end();
      else send({ kind: "done", id: message.id, value: await answer?.(message) });
    } catch (error) {
      const problem = error instanceof Problem ? error.toJSON() : undefined;
      send({
        kind: "failed",
        problem,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      process.exitCode = 2;
      if (message.kind === "init") setTimeout(() => process.exit(2), 100);
    }
  });
}

main();
