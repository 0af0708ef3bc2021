import { EVENT_COLUMNS, sourceTable } from "../../../data/source.ts";
import type { Event } from "../../../data/event.ts";
import { identifier, openTables, type Tables } from "../../../data/table-store.ts";
import { openFeatureState, type FeatureState } from "../../../features/state.ts";
import { keptFeatures, type RecommendationPlan } from "../plan.ts";
import { openPurchaseHistory, type PurchaseHistory } from "./purchase-history.ts";

export interface LoadedState {
  readonly features: FeatureState;
  readonly history: PurchaseHistory;
  readonly events: number;
}

const batchRows = 50_000;

/** Reads the data of a run into memory as of a moment; the database is closed again before anything is served. */
export async function loadState(plan: RecommendationPlan, dataPath: string, atMillis: number): Promise<LoadedState> {
  const tables = await openTables({ path: dataPath, threads: 1, memoryLimitMb: 300 });
  try {
    return await readState(tables, plan, atMillis);
  } finally {
    tables.close();
  }
}

async function readState(tables: Tables, plan: RecommendationPlan, atMillis: number): Promise<LoadedState> {
  const features = openFeatureState(keptFeatures(plan), await readAttributes(tables, plan));
  const history = openPurchaseHistory(plan);
  features.advance(atMillis);
  let events = 0;
  for (const { definition } of plan.sources.filter((source) => source.definition.kind === "events")) {
    for await (const batch of readEvents(tables, plan, definition.name, atMillis - horizonMillis(plan))) {
      features.append(batch);
      history.append(batch);
      events += batch.length;
    }
  }
  return { features, history, events };
}

/** The widest window that anything looks back over. */
export function horizonMillis(plan: RecommendationPlan): number {
  const { popularity, boughtBefore } = plan.retrieve;
  return Math.max(
    ...keptFeatures(plan).map(({ overMillis }) => overMillis),
    plan.baseline.overMillis,
    popularity?.overMillis ?? 0,
    boughtBefore?.overMillis ?? 0,
  );
}

async function* readEvents(
  tables: Tables,
  plan: RecommendationPlan,
  source: string,
  fromMillis: number,
): AsyncGenerator<Event[]> {
  const table = identifier(sourceTable(source));
  const [size] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE time_ms >= ${fromMillis}`);
  for (let offset = 0; offset < (size?.n ?? 0); offset += batchRows) {
    const columns = await tables.columns(
      `SELECT * FROM ${table} WHERE time_ms >= ${fromMillis} ORDER BY time_ms, event_id LIMIT ${batchRows} OFFSET ${offset}`,
    );
    yield toEvents(columns, plan, source);
  }
}

function toEvents(
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
  plan: RecommendationPlan,
  source: string,
): Event[] {
  const entities = Object.keys(plan.sources.find(({ definition }) => definition.name === source)!.definition.entities);
  const used = usedColumns(plan, source);
  const payload = Object.keys(columns).filter(
    (name) => used.has(name) && !entities.includes(name) && !(EVENT_COLUMNS as readonly string[]).includes(name),
  );
  const ids = columns["event_id"]!;
  return Array.from(ids, (id, i) => ({
    id: String(id),
    source,
    timeMillis: Number(columns["time_ms"]![i]),
    knownMillis: Number(columns["known_ms"]![i]),
    entities: Object.fromEntries(entities.map((entity) => [entity, String(columns[entity]![i])])),
    values: Object.fromEntries(payload.map((name) => [name, missingAsNull(columns[name]![i])])),
  }));
}

const missingAsNull = (value: unknown): unknown => (typeof value === "number" && Number.isNaN(value) ? null : value);

function usedColumns(plan: RecommendationPlan, source: string): Set<string> {
  return new Set(plan.sources.find(({ definition }) => definition.name === source)!.definition.columns);
}

async function readAttributes(
  tables: Tables,
  plan: RecommendationPlan,
): Promise<{ lookup(table: string, entityValue: string, attribute: string): string | undefined }> {
  const found = new Map<string, Map<string, string>>();
  for (const { definition } of plan.sources.filter((source) => source.definition.kind === "table")) {
    const entity = Object.keys(definition.entities)[0]!;
    for (const attribute of definition.columns ?? []) {
      const rows = await tables.columns(
        `SELECT ${identifier(entity)} AS k, CAST(${identifier(attribute)} AS VARCHAR) AS v FROM ${identifier(sourceTable(definition.name))} WHERE ${identifier(attribute)} IS NOT NULL`,
      );
      found.set(
        `${definition.name}/${attribute}`,
        new Map(Array.from(rows["k"]!, (key, i) => [String(key), String(rows["v"]![i])])),
      );
    }
  }
  return { lookup: (table, value, attribute) => found.get(`${table}/${attribute}`)?.get(value) };
}
