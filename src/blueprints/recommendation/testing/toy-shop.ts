import { openTables, type Tables } from "../../../data/table-store.ts";
import { parseDesign } from "../../../design/parse.ts";
import { compileRecommendation } from "../compile.ts";
import type { RecommendationPlan } from "../plan.ts";

/** A small complete design; tests edit its lines. */
export const toyDesign = `plumbline: 1
name: toy
system: recommendation
data:
  sources:
    - {name: transactions, kind: events, from: t.csv, id: [basket_id, product_id], entities: {household: household_id, product: product_id}, time: at, known: seen}
    - {name: products, kind: table, from: p.csv, entities: {product: product_id}}
    - {name: impressions, kind: events, from: i.csv, optional: true, entities: {household: household_id, product: product_id}, time: shown}
  labels:
    - {name: bought, from: transactions, positive: quantity > 0, per: basket_id, window: 1d}
  split: {by: time, test: last 10%}
features:
  - {name: pair_buys, entity: [household, product], from: transactions, is: count where quantity > 0, over: 180d}
  - {name: type_buys, entity: [household, product], from: transactions, is: count by product_type, over: 180d}
  - {name: product_buys, entity: product, from: transactions, is: count, over: 30d}
  - {name: pair_views, entity: [household, product], from: impressions, is: count, over: 30d}
  - {name: als_score, entity: [household, product], is: score of als}
model:
  baseline: {kind: popularity, over: 30d}
  retrieve:
    - {kind: als, factors: 4, take: 5}
    - {kind: popularity, over: 30d, take: 5}
    - {kind: bought-before, over: 180d, take: 5}
  rank: {kind: gbdt, objective: lambdarank, trees: 20, leaves: 7}
serving:
  mode: online
  path: [{step: retrieve, p99: 15ms}]
`;

export function toyPlan(text = toyDesign): RecommendationPlan {
  const { document, problems } = parseDesign(text, "toy.yaml");
  if (!document) throw problems[0]!;
  return compileRecommendation(document);
}

export const day = 86_400_000;

/** One line of a till; `known` is its own time where it is left out. Times in ms. */
export interface Bought {
  readonly who: string;
  readonly what: string;
  readonly at: number;
  readonly known?: number;
  readonly basket?: number;
  readonly quantity?: number;
}

/** The tables of the toy design with these purchases; every product is of the type `type of <product>`. */
export async function toyTables(bought: readonly Bought[], shown: readonly Bought[] = []): Promise<Tables> {
  const tables = await openTables();
  const events =
    "event_id VARCHAR, time_ms BIGINT, known_ms BIGINT, household VARCHAR, product VARCHAR, basket_id DOUBLE";
  await tables.run(`CREATE TABLE source_transactions(${events}, quantity DOUBLE);
    CREATE TABLE source_impressions(${events}); CREATE TABLE source_products(product VARCHAR, product_type VARCHAR)`);
  await tables.append("source_transactions", {
    ...eventColumns(bought),
    quantity: bought.map(({ quantity }) => quantity ?? 1),
  });
  if (shown.length > 0) await tables.append("source_impressions", eventColumns(shown));
  const products = [...new Set(bought.map(({ what }) => what))];
  await tables.append("source_products", {
    product: products,
    product_type: products.map((what) => `type of ${what}`),
  });
  return tables;
}

const eventColumns = (events: readonly Bought[]) => ({
  event_id: events.map((_, i) => `e${i}`),
  time_ms: Float64Array.from(events, ({ at }) => at),
  known_ms: Float64Array.from(events, ({ at, known }) => known ?? at),
  household: events.map(({ who }) => who),
  product: events.map(({ what }) => what),
  basket_id: Float64Array.from(events, ({ basket }, i) => basket ?? 1000 + i),
});
