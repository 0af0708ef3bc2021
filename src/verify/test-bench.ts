import { join } from "node:path";
import { readdirSync, rmSync } from "node:fs";
import type { Prepared } from "../run/prepare.ts";
import { recentKeys, startServing } from "../run/lazily.ts";
import type { Serving } from "../run/serving.ts";
import { seededRandom, type Random } from "../kit/random.ts";
import type { Claim } from "./claim-shape.ts";
import { requestsToOffer } from "./load-size.ts";
import { observeLoad, type LoadObservation } from "./observed-load.ts";

/** The running system together with what probes need to press on it. One load of a kind serves every claim about it. */
export interface TestBench {
  readonly prepared: Prepared;
  readonly serving: Serving;
  readonly random: Random;
  readonly seed: string;
  /** Faults that were injected from the start. */
  readonly faults: readonly string[];
  /** People that requests are made for, drawn from the latest visits. */
  readonly people: readonly string[];
  /** Items that events are about, drawn from the latest purchases. */
  readonly items: readonly string[];
  /** The stated loads, requests per second. */
  readonly perSecond: { readonly average: number; readonly peak: number; readonly events: number };
  /** How many requests each load offers, so that the claims about it can be judged. */
  readonly requests: { readonly average: number; readonly peak: number };
  load(at: "average" | "peak"): Promise<LoadObservation>;
  /** Which loads have been offered. */
  readonly loaded: ReadonlySet<"average" | "peak">;
  /** A result that several claims share, made once. */
  once<Value>(name: string, make: () => Promise<Value>): Promise<Value>;
  progress(what: string, done?: number, of?: number): void;
  close(): Promise<void>;
}

export interface BenchOptions {
  readonly faults?: readonly string[];
  readonly onProgress: (what: string, done?: number, of?: number) => void;
}

/** Share of requests whose feature vectors are logged while the system is verified. */
const featureShare = 0.05;

/** Starts a serving process of its own on a free port, with a state folder of its own: verification leaves no trace in the real one. */
export async function openTestBench(
  prepared: Prepared,
  claims: readonly Claim[],
  options: BenchOptions,
): Promise<TestBench> {
  const stateFolder = join(prepared.workFolder, `verify-${process.pid}`);
  removeAbandoned(prepared.workFolder);
  const serving = await startServing(prepared, { port: 0, stateFolder, featureShare, faults: options.faults ?? [] });
  const kept = new Map<string, Promise<unknown>>();
  const loaded = new Set<"average" | "peak">();
  const once = <Value>(name: string, make: () => Promise<Value>): Promise<Value> => {
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as Promise<Value>;
  };
  const perSecond = statedLoads(prepared);
  const bench: TestBench = {
    prepared,
    serving,
    faults: options.faults ?? [],
    seed: prepared.seed,
    random: seededRandom(prepared.seed).stream("verify"),
    people: await recentKeys(prepared, prepared.plan.forWhom, mostKeys),
    items: await recentKeys(prepared, prepared.plan.what, mostKeys),
    perSecond,
    requests: {
      average: requestsToOffer(claims, "average", perSecond.average),
      peak: requestsToOffer(claims, "peak", perSecond.peak),
    },
    loaded,
    load: (at) => {
      loaded.add(at);
      return once(`load at ${at}`, () => observeLoad(bench, at));
    },
    once,
    progress: options.onProgress,
    close: async () => {
      await serving.close();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
  return bench;
}

/** State folders of verifications that were stopped, and of an earlier one of this process. */
function removeAbandoned(workFolder: string): void {
  for (const name of readdirSync(workFolder)) {
    const pid = Number(/^verify-(\d+)$/.exec(name)?.[1]);
    if (pid === process.pid || (pid > 0 && !lives(pid)))
      rmSync(join(workFolder, name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function statedLoads({ document }: Prepared): TestBench["perSecond"] {
  const scale = document.design.requirements?.scale;
  return {
    average: scale?.requests?.average?.perSecond ?? 20,
    peak: scale?.requests?.peak?.perSecond ?? 50,
    events: scale?.events?.perSecond ?? 5,
  };
}

/** People and items that requests and events are about. */
const mostKeys = 2000;
