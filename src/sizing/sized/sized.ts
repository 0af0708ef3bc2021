import type { Assumption } from "./assumptions.ts";
import type { Figure, Source } from "./figure.ts";
import type { Percentiles } from "./response.ts";
import type { Unsized } from "./sheet.ts";
import type { At } from "./traffic.ts";

export const componentKinds = [
  "step",
  "machines",
  "cache",
  "feature store",
  "index",
  "storage",
  "stream job",
  "batch job",
  "training job",
  "review queue",
  "language model",
  "device",
  "labels",
  "experiment",
] as const;
export type ComponentKind = (typeof componentKinds)[number];

/** A part of the system, with every number that the document allows; a number that is absent cannot be said. */
export interface SizedComponent {
  /** Made of kind and name, so that it stays the same while the document is edited: `step:rank`. */
  readonly id: string;
  readonly name: string;
  readonly kind: ComponentKind;
  /** Where the document speaks of it. */
  readonly path: string;
  readonly line?: number;
  /** The machines that it runs on, by their name in `serving.hardware`. */
  readonly on?: string;
  /** At the stated peak. */
  readonly arrivalsPerSecond?: Figure;
  /** Mean time of work on one request, waiting excluded. */
  readonly serviceSeconds?: Figure;
  /** Of a step: the p99 that the design gives it. */
  readonly budgetSeconds?: Figure;
  /** Requests that are worked on at a time, over all copies and shards. */
  readonly servers?: number;
  /** Share of capacity in use at the stated peak; 1 or above means it cannot be done. */
  readonly utilisation?: Figure;
  /** Copies as stated (or assumed), and as the stated peak needs them; at least two. */
  readonly replicas?: { readonly stated?: Figure; readonly needed: Figure };
  readonly memoryBytes?: Figure;
  readonly storageBytes?: Figure;
  readonly networkBytesPerMonth?: Figure;
  readonly costUsdPerMonth?: Figure;
  /** For every multiple of the load, at average and at peak. */
  readonly loads: readonly ComponentLoad[];
  /** What there is to say beyond the numbers, in sentences. */
  readonly says: readonly string[];
}

/** A component at a load. It rests on what its component rests on. */
export interface ComponentLoad {
  readonly times: number;
  readonly at: At;
  readonly arrivalsPerSecond?: number;
  readonly utilisation?: number;
  readonly replicasNeeded?: number;
  /** Absent where a queue grows without end. */
  readonly responseSeconds?: Percentiles;
  readonly storageBytes?: number;
  readonly costUsdPerMonth?: number;
}

/** What a component that is not on the path gives. */
export type ComponentFacts = Omit<SizedComponent, "loads" | "says"> & {
  readonly says?: readonly string[];
  /** How storage and cost follow the load; they do not when absent. */
  readonly grows?: boolean;
  /** How busy it is with the load; follows it in proportion. */
};

/** All requests at a load. */
export interface WholeLoad {
  readonly times: number;
  readonly at: At;
  readonly requestsPerSecond: number;
  /** From arrival to answer; absent where a queue grows without end. */
  readonly responseSeconds?: Percentiles;
  /** The steps' percentiles added up, which is what it is when steps are slow together. */
  readonly addedSeconds?: Percentiles;
  readonly costUsdPerMonth: Figure;
}

/** Something that ends at a multiple of the stated peak. */
export interface Limit {
  readonly kind: "capacity" | "latency" | "people" | "window" | "budget";
  /** Id of the component; `whole` for the whole path or the whole cost. */
  readonly component: string;
  readonly name: string;
  /** Multiple of the stated peak at which it ends; below 1 it does not hold today. */
  readonly times: number;
  /** What happens there, in a sentence without its end. */
  readonly what: string;
  /** What to change. */
  readonly fix: string;
}

/** One assumption or doubted number, and how far the answers move when it moves. */
export interface Sway {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly p99Seconds?: { readonly low: number; readonly high: number };
  readonly breaksAtTimes?: { readonly low: number; readonly high: number };
  readonly costUsdPerMonth: { readonly low: number; readonly high: number };
  /** Largest relative move of the three, the order of the list. */
  readonly weight: number;
}

export interface CostLine {
  readonly name: string;
  readonly component: string;
  readonly usdPerMonth: Figure;
}

/** A design with its numbers: what drawing, review and documents read. Frozen plain data. */
export interface Sized {
  readonly design: string;
  /** Stated requests per second; absent where the design has no load. */
  readonly traffic?: { readonly average: Figure; readonly peak: Figure };
  readonly components: readonly SizedComponent[];
  /** Absent where there is no path or no load. */
  readonly loads: readonly WholeLoad[];
  /** What p99 the design asks for at peak. */
  readonly target?: { readonly share: number; readonly seconds: Figure };
  /** Range of the p99 at the stated peak, over the assumed times of steps. */
  readonly p99Seconds?: Figure;
  /** In the order in which they end; the first is what breaks first. */
  readonly limits: readonly Limit[];
  /** The largest multiple of the stated peak at which nothing queues without end and the target is met. */
  readonly largestTimes?: number;
  readonly costs: readonly CostLine[];
  readonly costUsdPerMonth: Figure;
  readonly costPerThousandUsd?: Figure;
  readonly budgetUsdPerMonth?: Figure;
  readonly tornado: readonly Sway[];
  readonly assumptions: readonly Assumption[];
  readonly unsized: readonly Unsized[];
  /** Everything that any number rests on. */
  readonly sources: readonly Source[];
}
