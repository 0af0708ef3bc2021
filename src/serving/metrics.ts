import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { busySecondsMetric } from "./metric-names.ts";
import type { DecisionLogStats } from "./decision-log.ts";
import type { PathResult } from "./path.ts";

/** What became of a request: answered, answered by a fallback, refused (4xx), shed (503 early), failed (5xx). */
export type Outcome = "ok" | "fallback" | "refused" | "shed" | "failed";

/** What the serving room counts and times, readable in the text format of Prometheus. */
export interface ServingMetrics {
  /** Further metrics of the system may be registered here; they appear in the same text. */
  readonly registry: Registry;
  observeRequest(route: string, outcome: Outcome, millis: number): void;
  observePath(result: Pick<PathResult<object>, "timings" | "fallback">): void;
  countEvents(outcome: "accepted" | "duplicate" | "refused", count: number): void;
  countWorkerExit(): void;
  /** A mistake of ours that surfaced while a request was answered. */
  countUnexpected(): void;
  /** Reads the log's counts whenever the metrics are read. */
  watchDecisionLog(log: { stats(): DecisionLogStats }): void;
  watchInFlight(read: () => number): void;
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

/** Seconds; dense around the budgets of a request path. */
const BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2, 5];

/** Fresh metrics, with a registry of their own: two servers in one process do not mix. */
export function servingMetrics(): ServingMetrics {
  const registry = new Registry();
  const requests = requestMetrics(registry);
  const steps = stepMetrics(registry);
  const exits = counter(registry, "plumb_worker_exits_total", "Worker processes that ended and were started again.");
  const unexpected = counter(registry, "plumb_unexpected_errors_total", "Mistakes of ours while answering.");
  const stopWatching = watchEventLoop(registry);
  return {
    registry,
    ...requests,
    ...steps,
    countWorkerExit: () => exits.inc(),
    countUnexpected: () => unexpected.inc(),
    watchDecisionLog: (log) => watchDecisionLog(registry, log),
    watchInFlight: (read) => gauge(registry, "plumb_requests_in_flight", "Requests being answered.", read),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: stopWatching,
  };
}

function requestMetrics(registry: Registry): Pick<ServingMetrics, "observeRequest" | "countEvents"> {
  const seconds = new Histogram({
    name: "plumb_request_seconds",
    help: "Time from the arrival of a request to the end of its answer.",
    labelNames: ["route", "outcome"],
    buckets: BUCKETS,
    registers: [registry],
  });
  const events = counter(registry, "plumb_events_total", "Events that arrived over HTTP.", ["outcome"]);
  return {
    observeRequest: (route, outcome, millis) => seconds.observe({ route, outcome }, millis / 1000),
    countEvents: (outcome, count) => events.inc({ outcome }, count),
  };
}

function stepMetrics(registry: Registry): Pick<ServingMetrics, "observePath"> {
  const seconds = new Histogram({
    name: "plumb_step_seconds",
    help: "Time in a step of the request path, until it was done or no longer waited for.",
    labelNames: ["step"],
    buckets: BUCKETS,
    registers: [registry],
  });
  const over = counter(registry, "plumb_step_over_budget_total", "Steps that took longer than promised.", ["step"]);
  const fallbacks = counter(registry, "plumb_fallback_total", "Answers by the fallback.", ["step", "kind"]);
  return {
    observePath: ({ timings, fallback }) => {
      for (const { step, millis, overBudget } of timings) {
        seconds.observe({ step }, millis / 1000);
        if (overBudget) over.inc({ step });
      }
      if (fallback) fallbacks.inc({ step: fallback.step, kind: fallback.kind });
    },
  };
}

function watchDecisionLog(registry: Registry, log: { stats(): DecisionLogStats }): void {
  gauge(registry, "plumb_decision_log_written", "Decisions in the log.", () => log.stats().written);
  gauge(registry, "plumb_decision_log_dropped", "Decisions lost to a full buffer or disk.", () => log.stats().dropped);
  gauge(registry, "plumb_decision_log_waiting", "Decisions not yet written.", () => log.stats().waiting);
}

/** The delay counts from one reading of the metrics to the next. */
function watchEventLoop(registry: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const help = "Delay of the event loop since the last reading.";
  gauge(registry, "plumb_event_loop_delay_p99_seconds", `${help} 99 % were shorter.`, () => {
    const seconds = delay.percentile(99) / 1e9;
    delay.reset();
    return seconds;
  });
  gauge(
    registry,
    busySecondsMetric,
    "Seconds since the start in which the thread that answers had work.",
    () => performance.eventLoopUtilization().active / 1000,
  );
  return () => delay.disable();
}

function counter(registry: Registry, name: string, help: string, labelNames: string[] = []): Counter {
  return new Counter({ name, help, labelNames, registers: [registry] });
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const metric = new Gauge({
    name,
    help,
    registers: [],
    collect() {
      this.set(read());
    },
  });
  registry.registerMetric(metric);
}
