import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import type { MetronomeFacts } from "./metronome.ts";
import { emptyRecords, ERROR_KINDS, type RequestRecords } from "./records.ts";
import { httpSender, type SendPlan } from "./sender.ts";

/**
 * The load generator's own process: takes one plan, offers it, answers with the records and how it fared itself.
 * Requests leave at their intended times whatever the answers do (open loop).
 */
export interface GeneratorPlan extends SendPlan {
  readonly intendedMillis: Float64Array;
  /** Unanswered requests at once; an arrival beyond them is not sent. */
  readonly inFlightLimit: number;
  /** A generator this late stops sending: the rest of the run could not be judged. */
  readonly hopelessLagMillis: number;
}

/** What the generator used itself. */
export interface GeneratorUse {
  /** Seconds of CPU over seconds of load: 1 is one whole core. */
  readonly cpuShare: number;
  /** How late the event loop woke, 99th percentile. */
  readonly loopDelayP99Millis: number;
}

export interface GeneratorProgress {
  readonly sent: number;
  readonly answered: number;
  readonly failed: number;
}

export type GeneratorMessage =
  | { readonly kind: "ready" | "started" }
  | { readonly kind: "progress"; readonly progress: GeneratorProgress }
  | { readonly kind: "done"; readonly records: RequestRecords; readonly use: GeneratorUse };

const LOOP_SAMPLE_MILLIS = 10;
const HEAD_START_MILLIS = 50;

const tell = (message: GeneratorMessage): void => void process.send!(message);

process.once("message", (plan: GeneratorPlan) => offer(plan));
process.once("disconnect", () => process.exit());
tell({ kind: "ready" });

function offer(plan: GeneratorPlan): void {
  const { intendedMillis } = plan;
  const records = emptyRecords(intendedMillis);
  const start = performance.now() + HEAD_START_MILLIS;
  const nowMillis = (): number => performance.now() - start;
  const stopWatching = watchOwnUse();
  let next = 0;
  let inFlight = 0;
  let hopeless = false;
  let ended = false;

  const sender = httpSender(plan, records, nowMillis, () => {
    inFlight--;
    endWhenDone();
  });
  const endWhenDone = (): void => {
    if (ended || (next < intendedMillis.length && !hopeless) || inFlight > 0) return;
    ended = true;
    clearInterval(progress);
    sender.close();
    void metronome.terminate();
    tell({ kind: "done", records, use: stopWatching() });
  };
  const sendDue = (): void => {
    const now = nowMillis();
    for (; !hopeless && next < intendedMillis.length && intendedMillis[next]! <= now; next++) {
      hopeless = now - intendedMillis[next]! > plan.hopelessLagMillis;
      if (hopeless || inFlight >= plan.inFlightLimit) continue;
      inFlight++;
      sender.send(next);
    }
    endWhenDone();
  };

  const metronome = startMetronome(intendedMillis, performance.timeOrigin + start, sendDue);
  const progress = setInterval(() => {
    tell({ kind: "progress", progress: progressOf(records, next) });
    sendDue();
  }, 1000);
  setTimeout(() => tell({ kind: "started" }), HEAD_START_MILLIS);
}

function startMetronome(intendedMillis: Float64Array, startMillis: number, onTick: () => void): Worker {
  const facts: MetronomeFacts = { intendedMillis, startMillis };
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./metronome.${extension}`, import.meta.url), { workerData: facts });
  worker.on("message", onTick);
  worker.on("error", (error) => {
    throw error;
  });
  return worker;
}

function watchOwnUse(): () => GeneratorUse {
  const delay = monitorEventLoopDelay({ resolution: LOOP_SAMPLE_MILLIS });
  delay.enable();
  const cpuBefore = process.cpuUsage();
  const startedMillis = performance.now();
  return () => {
    const cpu = process.cpuUsage(cpuBefore);
    delay.disable();
    return {
      cpuShare: (cpu.user + cpu.system) / 1000 / (performance.now() - startedMillis),
      loopDelayP99Millis: Math.max(0, delay.percentile(99) / 1e6 - LOOP_SAMPLE_MILLIS),
    };
  };
}

function progressOf(records: RequestRecords, next: number): GeneratorProgress {
  let answered = 0;
  let failed = 0;
  for (let i = 0; i < next; i++) {
    if (Number.isNaN(records.doneMillis[i]!)) continue;
    if (records.errorKind[i] === ERROR_KINDS.indexOf("none")) answered++;
    else failed++;
  }
  return { sent: next, answered, failed };
}
