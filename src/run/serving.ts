import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { Event } from "../data/event.ts";
import { openTables } from "../data/table-store.ts";
import { sourceTable } from "../data/source.ts";
import { Problem } from "../kit/problem.ts";
import type { ProblemCode } from "../kit/problem-codes.ts";
import type { FromServing, ServeInit, ToServing } from "../blueprints/recommendation/serve/messages.ts";
import type { RecommendationPlan } from "../blueprints/recommendation/plan.ts";
import { inFolder } from "./keep.ts";
import type { Prepared } from "./prepare.ts";

/** A serving process, seen from outside. */
export interface Serving {
  readonly url: string;
  readonly pid: number;
  /** Events of the past that it holds. */
  readonly events: number;
  readonly stateFolder: string;
  /** Process ids of the ranking workers that live now. */
  workers(): Promise<number[]>;
  kill(pid: number): Promise<boolean>;
  /** Replaces all injected faults. */
  setFaults(faults: readonly string[]): Promise<void>;
  /** Events that were received and are durable. */
  receivedEvents(): Promise<Event[]>;
  /** Everything logged so far is on disk afterwards. */
  flush(): Promise<void>;
  /** Ends it and its workers; resolves when the process is gone. */
  close(): Promise<void>;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
}

export interface ServeOptions {
  readonly port: number;
  readonly host?: string;
  readonly stateFolder: string;
  readonly workers?: number;
  readonly faults?: readonly string[];
  readonly featureShare?: number;
  readonly onNotice?: (text: string) => void;
}

const startMillis = 60_000;

/**
 * Rows of a request die young: with 64 MB for the young, few are ever moved among the old, and with 1 GB for the old and no
 * shrinking of it, what holds the past is not marked anew each few seconds, at 100 ms of standstill each.
 */
const steadyHeap = ["--max-semi-space-size=64", "--initial-old-space-size=1024", "--no-memory-reducer"];

/** Starts the serving process of a prepared system and waits until it answers. @throws {Problem} `run/serving-failed`, `serving/port-in-use` */
export async function startServing(prepared: Prepared, options: ServeOptions): Promise<Serving> {
  inFolder(options.stateFolder, () => mkdirSync(options.stateFolder, { recursive: true }));
  const init = await initMessage(prepared, options);
  const main = import.meta.url.endsWith(".ts")
    ? "../blueprints/recommendation/serve/serve-main.ts"
    : "../blueprints/recommendation/serve/serve-main.js";
  const child = fork(new URL(main, import.meta.url), [], {
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning", ...steadyHeap],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = messageLine(child, options.onNotice ?? (() => {}));
  try {
    child.send(init);
    const ready = await Promise.race([line.ready, deadAfter(ended), tooLate()]);
    return handle(child, ready, ended, line, options.stateFolder);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

async function initMessage(prepared: Prepared, options: ServeOptions): Promise<ServeInit> {
  const { plan, data, release, seed } = prepared;
  return {
    kind: "init",
    plan: withoutChecks(plan),
    dataPath: data.dataPath,
    stateFolder: options.stateFolder,
    release: {
      trees: release.released ? release.trees : undefined,
      imported: release.released ? release.imported : undefined,
      files: servingFiles(release.files),
      version: release.version,
      dataVersion: data.dataVersion,
    },
    startMillis: (await lastMoment(prepared)) + 1,
    port: options.port,
    host: options.host ?? "127.0.0.1",
    workers: options.workers ?? 1,
    faults: options.faults ?? [],
    seed,
    featureShare: options.featureShare ?? 1,
  };
}

/** Checks are functions and have done their work; everything else of a plan is plain data. */
function withoutChecks(plan: RecommendationPlan): RecommendationPlan {
  return {
    ...plan,
    sources: plan.sources.map((source) => ({ ...source, definition: { ...source.definition, checks: [] } })),
  };
}

function servingFiles(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(
    ["als.bin", "als-names.json"].flatMap((name) => (files[name] ? [[name, files[name]]] : [])),
  );
}

/** The serving clock starts where the data ends. */
async function lastMoment({ plan, data }: Prepared): Promise<number> {
  const tables = await openTables({ path: data.dataPath, threads: 1, memoryLimitMb: 200 });
  try {
    const [row] = await tables.rows<{ last: number }>(
      `SELECT max(time_ms) AS last FROM "${sourceTable(plan.outcome.source)}"`,
    );
    return row!.last;
  } finally {
    tables.close();
  }
}

interface MessageLine {
  readonly ready: Promise<Extract<FromServing, { kind: "ready" }>>;
  ask(message: DistributiveOmit<Exclude<ToServing, ServeInit | { kind: "close" }>, "id">): Promise<unknown>;
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

function messageLine(child: ChildProcess, onNotice: (text: string) => void): MessageLine {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let next = 0;
  child.once("exit", () => {
    for (const { reject } of waiting.values())
      reject(servingFailed("The serving process ended while it was asked something."));
    waiting.clear();
  });
  const ready = new Promise<Extract<FromServing, { kind: "ready" }>>((resolve, reject) => {
    child.on("message", (message: FromServing) => {
      if (message.kind === "ready") resolve(message);
      else if (message.kind === "notice") onNotice(message.text);
      else if (message.kind === "failed") {
        if (!message.problem) onNotice(message.message);
        reject(failureOf(message));
      } else {
        waiting.get(message.id)?.resolve(message.value);
        waiting.delete(message.id);
      }
    });
  });
  return {
    ready,
    ask: async (message) => {
      if (!child.connected) throw servingFailed("The serving process ended before it could be asked.");
      const id = next++;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(id, asked);
      child.send({ ...message, id });
      return await asked.promise;
    },
  };
}

function failureOf({ problem, message }: Extract<FromServing, { kind: "failed" }>): Error {
  if (!problem) return new Error(`the serving process failed: ${message}`);
  return new Problem({ ...problem, code: problem.code as ProblemCode });
}

function servingFailed(found: string): Problem {
  return new Problem({
    code: "run/serving-failed",
    found,
    fix: "look at the messages above; with too little memory or disk it cannot come up",
  });
}

async function deadAfter(ended: Promise<void>): Promise<never> {
  await ended;
  throw servingFailed("The serving process ended before it was ready.");
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(
      () => reject(servingFailed(`The serving process was not ready after ${startMillis / 1000} s.`)),
      startMillis,
    ).unref(),
  );
}

function handle(
  child: ChildProcess,
  ready: Extract<FromServing, { kind: "ready" }>,
  ended: Promise<void>,
  line: MessageLine,
  stateFolder: string,
): Serving {
  return {
    url: ready.url,
    pid: child.pid!,
    events: ready.events,
    stateFolder,
    workers: async () => (await line.ask({ kind: "workers" })) as number[],
    kill: async (pid) => (await line.ask({ kind: "kill", pid })) as boolean,
    receivedEvents: async () => (await line.ask({ kind: "events" })) as Event[],
    setFaults: async (faults) => void (await line.ask({ kind: "faults", faults })),
    flush: async () => void (await line.ask({ kind: "flush" })),
    ended,
    close: async () => {
      if (child.connected) child.send({ kind: "close" } satisfies ToServing);
      const killer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(killer);
    },
  };
}
