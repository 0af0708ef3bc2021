import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Problem } from "../kit/problem.ts";
import { fromWireError, type FromWorker, type ToWorker } from "./worker-messages.ts";

export interface WorkerExit {
  readonly pid: number;
  readonly code: number | null;
  readonly signal: string | null;
  /** Whether `close()` asked for it. */
  readonly expected: boolean;
}

/** One child process that answers calls. */
export interface WorkerProcess {
  readonly pid: number;
  /** Resolves when the handler is built; rejects when it cannot be, or when the process ends before. */
  readonly ready: Promise<void>;
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  isReady(): boolean;
  hasAnswered(): boolean;
  /** Calls it has not answered yet, those that nobody waits for any more included. */
  pending(): number;
  /** When its oldest unanswered call was sent, as wall time of this machine; Infinity when there is none. */
  oldestCallMillis(): number;
  call(request: unknown, deadlineMillis: number): Promise<unknown>;
  kill(signal: NodeJS.Signals): void;
  /** Closes the channel, on which the process exits by itself. */
  disconnect(): void;
}

interface Waiting {
  readonly sentMillis: number;
  resolve(response: unknown): void;
  reject(error: Error): void;
}

/** Sources run as they are, compiled code beside its compiled entry. */
const entry = fileURLToPath(
  new URL(`./worker-main${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url),
);

/** Starts a process and tells it what to load. Its standard output goes to our standard error. */
export function startWorkerProcess(module: string, init: unknown): WorkerProcess {
  const child = fork(entry, [], {
    serialization: "advanced",
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const calls = new Map<number, Waiting>();
  const life = follow(child, calls);
  post(child, { kind: "init", module, init }, life.fail);
  let lastId = 0;
  return {
    pid: child.pid ?? -1,
    ready: life.ready,
    exited: life.exited,
    isReady: life.isReady,
    hasAnswered: life.hasAnswered,
    pending: () => calls.size,
    oldestCallMillis: () => calls.values().next().value?.sentMillis ?? Infinity,
    call: (request, deadlineMillis) => sendCall(child, calls, ++lastId, request, deadlineMillis),
    kill: (signal) => void child.kill(signal),
    disconnect: () => child.connected && child.disconnect(),
  };
}

function follow(child: ChildProcess, calls: Map<number, Waiting>) {
  let ready = false;
  let answered = false;
  const starting = Promise.withResolvers<void>();
  const exit = Promise.withResolvers<{ code: number | null; signal: string | null }>();
  starting.promise.catch(() => {}); // whoever awaits `ready` hears of it; a restart that fails is told by `exited`
  const end = (error: Error) => {
    ready = false;
    starting.reject(error);
    for (const waiting of calls.values()) waiting.reject(error);
    calls.clear();
  };
  child.on("message", (message: FromWorker) => {
    if (message.kind === "broken") return end(fromWireError(message.error));
    if (message.kind === "ready") {
      ready = true;
      return starting.resolve();
    }
    answered = true;
    settle(calls, message);
  });
  child.on("disconnect", () => end(gone(child)));
  child.on("exit", (code, signal) => {
    end(gone(child));
    exit.resolve({ code, signal });
  });
  child.on("error", (error) => {
    end(error);
    if (child.pid === undefined) exit.resolve({ code: null, signal: null });
  });
  return {
    ready: starting.promise,
    exited: exit.promise,
    isReady: () => ready,
    hasAnswered: () => answered,
    fail: end,
  };
}

function settle(calls: Map<number, Waiting>, message: Extract<FromWorker, { id: number }>): void {
  const waiting = calls.get(message.id);
  if (!waiting) return;
  calls.delete(message.id);
  if (message.kind === "answer") waiting.resolve(message.response);
  else waiting.reject(fromWireError(message.error));
}

/** The entry stays in `calls` after the deadline, because the process is still busy with it. */
function sendCall(
  child: ChildProcess,
  calls: Map<number, Waiting>,
  id: number,
  request: unknown,
  deadlineMillis: number,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late(deadlineMillis)), Math.ceil(Math.max(0, deadlineMillis)));
    const finish = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    const sentMillis = Date.now();
    calls.set(id, {
      sentMillis,
      resolve: (response) => finish(() => resolve(response)),
      reject: (error) => finish(() => reject(error)),
    });
    post(child, { kind: "call", id, expiresMillis: sentMillis + deadlineMillis, request }, (error) => {
      calls.get(id)?.reject(error);
      calls.delete(id);
    });
  });
}

/** A message that cannot be copied throws, a channel that has closed calls back: both end in `onError`. */
function post(child: ChildProcess, message: ToWorker, onError: (error: Error) => void): void {
  if (!child.connected) return onError(gone(child));
  try {
    child.send(message as object, (error) => error && onError(gone(child)));
  } catch (error) {
    onError(error as Error);
  }
}

function gone(child: ChildProcess): Problem {
  return new Problem({
    code: "serving/worker-gone",
    found: `Worker process ${child.pid ?? "that could not start"} has ended.`,
    fix: "nothing, it is started again by itself; if this repeats, look at what the worker wrote to standard error",
  });
}

function late(deadlineMillis: number): Problem {
  return new Problem({
    code: "serving/worker-late",
    found: `A worker did not answer within ${Math.round(deadlineMillis * 10) / 10} ms.`,
    fix: "give the step more time, start more workers, or send fewer candidates",
  });
}
