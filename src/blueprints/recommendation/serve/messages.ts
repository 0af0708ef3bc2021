import type { TreeModel } from "../../../training/trees/model.ts";
import type { RecommendationPlan } from "../plan.ts";
import type { ImportedRanker } from "./rank-onnx-worker.ts";

/** What the parent sends first: everything the serving process needs to come up. */
export interface ServeInit {
  readonly kind: "init";
  readonly plan: RecommendationPlan;
  /** The DuckDB file with the ingested data; nobody else may have it open while it is read. */
  readonly dataPath: string;
  /** Where events received while serving and decisions are kept. */
  readonly stateFolder: string;
  readonly release: {
    readonly trees: TreeModel | undefined;
    /** A ranker trained elsewhere; it serves in place of the trees. */
    readonly imported?: ImportedRanker | undefined;
    readonly files: Readonly<Record<string, Uint8Array>>;
    readonly version: string;
    readonly dataVersion: string;
  };
  /** The moment that the serving clock starts at: the end of the data. */
  readonly startMillis: number;
  readonly port: number;
  readonly host: string;
  readonly workers: number;
  readonly faults: readonly string[];
  readonly seed: string;
  /** Share of requests whose feature vectors go to the decision log. */
  readonly featureShare: number;
}

export type ToServing =
  | ServeInit
  | { readonly kind: "faults"; readonly id: number; readonly faults: readonly string[] }
  | { readonly kind: "flush"; readonly id: number }
  | { readonly kind: "workers"; readonly id: number }
  | { readonly kind: "events"; readonly id: number }
  | { readonly kind: "kill"; readonly id: number; readonly pid: number }
  | { readonly kind: "close" };

export type FromServing =
  | { readonly kind: "ready"; readonly url: string; readonly events: number; readonly workers: readonly number[] }
  | {
      readonly kind: "failed";
      readonly problem: { readonly code: string; readonly found: string; readonly fix: string } | undefined;
      readonly message: string;
    }
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | { readonly kind: "notice"; readonly text: string };
