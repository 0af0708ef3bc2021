import { Problem } from "../kit/problem.ts";
import { startWorkerProcess, type WorkerExit, type WorkerProcess } from "./worker-process.ts";

export type { WorkerExit } from "./worker-process.ts";

export interface WorkerPoolOptions {
  /** File URL of a module that exports `createHandler(init) → (request) => response`, either of them possibly a promise. */
  readonly module: string | URL;
  /** Copied into every worker; typed arrays, maps and sets are fine, functions are not. */
  readonly init: unknown;
  readonly count: number;
  /** Wait before a dead worker is started again; doubled, up to 64 times, while it dies without having answered. */
  readonly restartDelayMillis: number;
  /** Calls that may wait at one worker before further calls are refused at once. */
  readonly maxPendingPerWorker?: number;
  /** A worker whose oldest call is unanswered for so long is killed and started again. */
  readonly stuckMillis?: number;
  readonly startMillis?: number;
  onExit?(exit: WorkerExit): void;
}

export interface WorkerPool {
  /**
   * Sends a request to the live worker with the fewest calls waiting.
   *
   * @param deadlineMillis  from now
   * @throws {Problem} `serving/worker-gone`, `serving/worker-late`, `serving/worker-busy`, or what the handler threw
   */
  call(request: unknown, deadlineMillis: number): Promise<unknown>;
  pids(): number[];
  /** Workers that can take a call now. */
  healthy(): number;
  /** Kills one worker with SIGKILL, as a test or an operator would; `false` when no worker has this process id. */
  kill(pid: number): boolean;
  /** Ends all workers and waits until none is left. */
  close(): Promise<void>;
}

/**
 * Starts child processes that work for the request path, and keeps them alive until `close()`.
 *
 * @throws {Problem} `serving/worker-not-started` when one cannot be started at all; none is left behind then
 */
export async function startWorkers(options: WorkerPoolOptions): Promise<WorkerPool> {
  const seats = Array.from({ length: options.count }, () => takeSeat(options));
  try {
    await withTimeLimit(Promise.all(seats.map((seat) => seat.worker().ready)), options.startMillis ?? 30_000);
  } catch (error) {
    await Promise.all(seats.map((seat) => seat.close()));
    throw notStarted(String(options.module), error);
  }
  return poolOf(seats, options);
}

function poolOf(
  seats: readonly Seat[],
  { maxPendingPerWorker = 64, stuckMillis = 10_000 }: WorkerPoolOptions,
): WorkerPool {
  const live = () => seats.map((seat) => seat.worker()).filter((worker) => worker.isReady());
  return {
    call: async (request, deadlineMillis) => {
      const workers = live();
      killStuck(workers, Date.now() - stuckMillis);
      return leastBusy(workers, maxPendingPerWorker).call(request, deadlineMillis);
    },
    pids: () => seats.filter((seat) => seat.running()).map((seat) => seat.worker().pid),
    healthy: () => live().length,
    kill: (pid) => {
      const worker = seats.map((seat) => seat.worker()).find((worker) => worker.pid === pid);
      worker?.kill("SIGKILL");
      return worker !== undefined;
    },
    close: async () => void (await Promise.all(seats.map((seat) => seat.close()))),
  };
}

function leastBusy(workers: readonly WorkerProcess[], maxPending: number): WorkerProcess {
  let best: WorkerProcess | undefined;
  for (const worker of workers) if (!best || worker.pending() < best.pending()) best = worker;
  if (!best) throw nobodyAlive();
  if (best.pending() >= maxPending) throw allBusy(workers.length, maxPending);
  return best;
}

function killStuck(workers: readonly WorkerProcess[], beforeMillis: number): void {
  for (const worker of workers) if (worker.oldestCallMillis() < beforeMillis) worker.kill("SIGKILL");
}

/** One place in the pool, in which one worker follows the other. */
interface Seat {
  worker(): WorkerProcess;
  running(): boolean;
  close(): Promise<void>;
}

function takeSeat(options: WorkerPoolOptions): Seat {
  let worker: WorkerProcess;
  let running = false;
  let closing = false;
  let fruitless = 0;
  let restart: NodeJS.Timeout | undefined;
  const start = () => {
    running = true;
    worker = startWorkerProcess(String(options.module), options.init);
    worker.exited.then(({ code, signal }) => {
      running = false;
      options.onExit?.({ pid: worker.pid, code, signal, expected: closing });
      if (closing) return;
      fruitless = worker.hasAnswered() ? 0 : Math.min(fruitless + 1, 6);
      restart = setTimeout(start, options.restartDelayMillis * 2 ** fruitless);
    });
  };
  start();
  const close = async () => {
    closing = true;
    clearTimeout(restart);
    if (running) await endProcess(worker);
  };
  return { worker: () => worker, running: () => running, close };
}

async function endProcess(worker: WorkerProcess): Promise<void> {
  worker.disconnect();
  const killing = setTimeout(() => worker.kill("SIGKILL"), 1000);
  await worker.exited;
  clearTimeout(killing);
}

async function withTimeLimit<T>(work: Promise<T>, millis: number): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error(`not ready after ${millis} ms`)), millis);
  return Promise.race([work, limit.promise]).finally(() => clearTimeout(timer));
}

function notStarted(module: string, cause: unknown): Problem {
  return new Problem({
    code: "serving/worker-not-started",
    found: `A worker could not start with ${module}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    fix: "see that the module exports `createHandler(init)` and that `init` is what it expects",
    cause,
  });
}

function nobodyAlive(): Problem {
  return new Problem({
    code: "serving/worker-gone",
    found: "No worker is alive.",
    fix: "wait until one is started again; if this repeats, look at what the workers wrote to standard error",
  });
}

function allBusy(count: number, maxPending: number): Problem {
  return new Problem({
    code: "serving/worker-busy",
    found: `${count === 1 ? "The worker has" : `Each of ${count} workers has`} ${maxPending} calls waiting.`,
    fix: "start more workers, or send fewer requests",
  });
}
