import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Event } from "../data/event.ts";
import { sourceTable } from "../data/source.ts";
import { identifier, openTables, type Tables } from "../data/table-store.ts";
import type { Decision } from "../serving/decision.ts";
import { collaborativeFromFiles } from "../blueprints/recommendation/collaborative.ts";
import { rankRows } from "../blueprints/recommendation/rank-rows.ts";
import type { RecommendationPlan } from "../blueprints/recommendation/plan.ts";
import type { TestBench } from "./test-bench.ts";

export interface Replay {
  readonly decisions: number;
  /** Values compared: decisions × candidates × features. */
  readonly values: number;
  readonly differences: number;
  /** The first difference, in words. */
  readonly example?: string;
  readonly newEvents: number;
}

const mostDecisions = 400;

/** Builds the vectors of logged decisions once more through the training path: past data, plus the events received while serving. */
export async function replayVectors(bench: TestBench, logged: readonly Decision[]): Promise<Replay> {
  const { prepared, serving } = bench;
  bench.progress("replaying logged feature vectors through the training path");
  const path = join(serving.stateFolder, "replay.duckdb");
  copyFileSync(prepared.data.dataPath, path);
  const tables = await openTables({ path, memoryLimitMb: 500 });
  try {
    const events = await serving.receivedEvents();
    await appendEvents(tables, prepared.plan, events);
    const decisions = logged.slice(0, mostDecisions);
    const visits = decisions.map((decision) => ({
      key: decision.requestId,
      who: String(decision.request[prepared.plan.forWhom]),
      timeMillis: decision.timeMillis,
      relevant: [],
    }));
    const rows = await rankRows(
      tables,
      prepared.plan,
      visits,
      decisions.map(({ candidates }) => candidates),
      collaborativeFromFiles(prepared.release.files),
    );
    return {
      ...compareVectors(prepared.plan, decisions, rows.matrix),
      decisions: decisions.length,
      newEvents: events.length,
    };
  } finally {
    tables.close();
    rmSync(path, { force: true });
  }
}

async function appendEvents(tables: Tables, plan: RecommendationPlan, events: readonly Event[]): Promise<void> {
  for (const [source, own] of Map.groupBy(events, (event) => event.source)) {
    const definition = plan.sources.find((one) => one.definition.name === source)!.definition;
    const columns: Record<string, ArrayLike<unknown>> = {
      event_id: own.map(({ id }) => id),
      time_ms: Float64Array.from(own, ({ timeMillis }) => timeMillis),
      known_ms: Float64Array.from(own, ({ knownMillis }) => knownMillis),
    };
    for (const entity of Object.keys(definition.entities))
      columns[entity] = own.map((event) => event.entities[entity]!);
    for (const column of definition.columns ?? [])
      if (!(column in columns)) columns[column] = own.map((event) => event.values[column] ?? null);
    await tables.append(identifier(sourceTable(source)).replaceAll('"', ""), columns);
  }
}

/** Counts the values that differ in any bit; two missing values are equal, and so are 0 and −0. */
export function compareVectors(
  plan: Pick<RecommendationPlan, "features">,
  decisions: readonly Pick<Decision, "features" | "candidates">[],
  again: Float32Array,
): Pick<Replay, "values" | "differences" | "example"> {
  const width = plan.features.length;
  let at = 0;
  let differences = 0;
  let example: string | undefined;
  for (const decision of decisions) {
    const served = "values" in decision.features ? decision.features.values : new Float32Array(0);
    for (let i = 0; i < served.length; i++, at++) {
      if (Object.is(served[i], again[at]) || (served[i] === 0 && again[at] === 0)) continue;
      differences++;
      example ??= `${plan.features[i % width]!.name} of ${decision.candidates[Math.floor(i / width)]} was served as ${served[i]}, replayed as ${again[at]}`;
    }
  }
  return { values: at, differences, ...(example !== undefined && { example }) };
}
