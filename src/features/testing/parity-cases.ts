import * as fc from "fast-check";
import type { Event } from "../../data/event.ts";
import type { Tables } from "../../data/table-store.ts";
import { parsePredicate } from "../../kit/predicate.ts";
import type { FeatureAggregate, FeatureDefinition, FeatureKey } from "../definition.ts";
import type { Attributes } from "../group-state.ts";

/** A decision to compute features for. */
export interface Decision {
  readonly timeMillis: number;
  readonly household: string | null;
  readonly product: string;
}

/** Many small worlds at once, each with entity names of its own, so that one round trip to the tables checks them all. */
export interface ParityCases {
  readonly events: readonly Event[];
  readonly decisions: readonly Decision[];
  /** Department by product; a product may be absent, or present without a department. */
  readonly departments: ReadonlyMap<string, string | null>;
}

const STEP_MILLIS = 500;
const START_MILLIS = 1_700_000_000_000;

/** Moments on a coarse grid and a millisecond beside it, so that window ends, arrivals and decisions often coincide. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.constantFrom(0, 0, 0, -1, 1))
  .map(([step, beside]) => START_MILLIS + step * STEP_MILLIS + beside);

const delay = fc.constantFrom(
  0,
  0,
  0,
  1,
  STEP_MILLIS,
  2 * STEP_MILLIS,
  5 * STEP_MILLIS,
  40 * STEP_MILLIS,
  -STEP_MILLIS,
);

/** Ties by id are decided by UTF-8 order, where these letters sort differently than in UTF-16. */
const idLetter = fc.constantFrom("a", "b", "ä", "ｚ", "😀");

const amount = fc.oneof(
  fc.constantFrom(0.1, 0.2, 0.3, -0.3, 3.86, 1.005, 1e-9, -1234.567, 0),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.constantFrom(null, NaN, Infinity),
);

const eventShape = fc.record({
  letter: idLetter,
  time: moment,
  delay,
  household: fc.constantFrom("0", "1", null),
  product: fc.constantFrom("0", "1", "2", "2", null),
  amount,
  quantity: fc.constantFrom(0, 1, 2, 3, null),
  store: fc.constantFrom("north", "south", "east", null),
});

const caseShape = fc.record({
  events: fc.array(eventShape, { maxLength: 30 }),
  decisions: fc.array(
    fc.record({
      time: moment,
      household: fc.constantFrom("0", "1", "2", null),
      product: fc.constantFrom("0", "1", "2", "3"),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  departments: fc.record({
    "0": fc.constantFrom("food", "drinks"),
    "1": fc.constantFrom("food", "drinks", null),
    "2": fc.constantFrom("food", "drinks", null),
  }),
});

/** @param count  how many small worlds one value holds */
export function parityCases(count: number): fc.Arbitrary<ParityCases> {
  return fc.array(caseShape, { minLength: count, maxLength: count }).map((cases) => ({
    events: cases.flatMap(({ events }, world) => events.map((event, number) => eventOf(event, world, number))),
    decisions: cases.flatMap(({ decisions }, world) =>
      decisions.map(({ time, household, product }) => ({
        timeMillis: time,
        household: household && `h${world}-${household}`,
        product: `p${world}-${product}`,
      })),
    ),
    departments: new Map(
      cases.flatMap(({ departments }, world) =>
        Object.entries(departments).map(
          ([product, name]) => [`p${world}-${product}`, name && `${name}${world}`] as const,
        ),
      ),
    ),
  }));
}

type EventShape = typeof eventShape extends fc.Arbitrary<infer Shape> ? Shape : never;

function eventOf(shape: EventShape, world: number, number: number): Event {
  const { letter, time, delay, household, product, amount, quantity, store } = shape;
  return {
    id: `${letter}${world}-${number}`,
    source: "visits",
    timeMillis: time,
    knownMillis: time + delay,
    entities: {
      ...(household !== null && { household: `h${world}-${household}` }),
      ...(product !== null && { product: `p${world}-${product}` }),
    },
    values: { amount, quantity, store },
  };
}

const household: FeatureKey = { entity: "household" };
const product: FeatureKey = { entity: "product" };
const department: FeatureKey = { entity: "product", attribute: "department", of: "products" };
const keySets: Readonly<Record<string, readonly FeatureKey[]>> = {
  household: [household],
  product: [product],
  "household×product": [household, product],
  "department×household": [department, household],
  department: [department],
  everything: [],
};
const kinds: readonly FeatureAggregate[] = [
  { kind: "count" },
  { kind: "sum", column: "amount" },
  { kind: "mean", column: "amount" },
  { kind: "last", column: "amount" },
  { kind: "distinct", column: "store" },
  { kind: "distinct", column: "product" },
  { kind: "distinct", column: "amount" },
  { kind: "timeSince" },
];
const filters = [
  undefined,
  "quantity >= 2",
  "not (quantity = 1 or amount > 0)",
  "store in ('north', 'east') and product is not missing",
];
const windows = [1, STEP_MILLIS, 3 * STEP_MILLIS, 7 * STEP_MILLIS];

/** Every aggregate for every set of keys, with filters and windows in turn. */
export const parityDefinitions: readonly FeatureDefinition[] = Object.entries(keySets).flatMap(([keyName, keys], k) =>
  kinds.flatMap((aggregate, a) =>
    [0, 1].map((turn) => {
      const filter = filters[(k + a + turn) % filters.length];
      const overMillis = windows[(k + a * 2 + turn * 3 + 1) % windows.length]!;
      const column = "column" in aggregate ? ` of ${aggregate.column}` : "";
      return {
        name: `${aggregate.kind}${column} by ${keyName} over ${overMillis} ms${filter ? ` where ${filter}` : ""} (${turn})`,
        source: "visits",
        keys,
        aggregate,
        ...(filter && { where: parsePredicate(filter) }),
        overMillis,
      };
    }),
  ),
);

/** Puts the cases into `source_visits`, `source_products` and `decisions`, in place of what was there. */
export async function loadCases(tables: Tables, { events, decisions, departments }: ParityCases): Promise<void> {
  await tables.run(`
    CREATE OR REPLACE TABLE source_visits (event_id VARCHAR, time_ms BIGINT, known_ms BIGINT, household VARCHAR, product VARCHAR,
      amount DOUBLE, quantity INTEGER, store VARCHAR);
    CREATE OR REPLACE TABLE source_products (product VARCHAR, department VARCHAR);
    CREATE OR REPLACE TABLE decisions (row_id BIGINT, time_ms BIGINT, household VARCHAR, product VARCHAR)`);
  const value = (name: string) => events.map(({ values }) => values[name]);
  await tables.append("source_visits", {
    event_id: events.map(({ id }) => id),
    time_ms: events.map(({ timeMillis }) => timeMillis),
    known_ms: events.map(({ knownMillis }) => knownMillis),
    household: events.map(({ entities }) => entities["household"]),
    product: events.map(({ entities }) => entities["product"]),
    amount: value("amount"),
    quantity: value("quantity"),
    store: value("store"),
  });
  await tables.append("source_products", { product: [...departments.keys()], department: [...departments.values()] });
  await tables.append("decisions", {
    row_id: decisions.map((_, row) => row * 3 - 7),
    time_ms: decisions.map(({ timeMillis }) => timeMillis),
    household: decisions.map(({ household }) => household),
    product: decisions.map(({ product }) => product),
  });
}

/** The products' departments as a serving process would look them up. */
export function attributesOf({ departments }: ParityCases): Attributes {
  return { lookup: (_table, value) => departments.get(value) ?? undefined };
}
