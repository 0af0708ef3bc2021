import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Event } from "../data/event.ts";
import { openTables, type Tables } from "../data/table-store.ts";
import { seededRandom } from "../kit/random.ts";
import type { FeatureDefinition } from "./definition.ts";
import { oracleValues } from "./oracle-sql.ts";
import { buildTrainingSet, pointInTimeValues } from "./point-in-time-sql.ts";
import { openFeatureState } from "./state.ts";
import { attributesOf, loadCases, type ParityCases, parityCases, parityDefinitions } from "./testing/parity-cases.ts";

const WORLDS = 25;
const RUNS = { numRuns: 3, endOnFailure: true };
const featureCount = parityDefinitions.length;
let tables: Tables;

beforeAll(async () => void (tables = await openTables({ threads: 2 })));
afterAll(() => tables.close());

describe("features", () => {
  it("have the same values by the fast SQL as by the plain range join that defines them", () =>
    overCases(async (cases) => {
      const [fast, oracle] = [await fastValues(), await oracleValues(tables, parityDefinitions, "decisions")];
      expect(differences(cases, fast, oracle, nearly)).toEqual([]);
    }));

  it("have the same values, to the last bit, in the serving state as in the training rows", () =>
    overCases(async (cases) => {
      const fast = await fastValues();
      expect(differences(cases, servedValues(cases), fast, exactly)).toEqual([]);
    }));

  it("make the same vectors for a request with many candidates as the training rows hold", () =>
    overCases(async (cases) => {
      const { matrix } = await buildTrainingSet(tables, parityDefinitions, "decisions");
      expect(differences(cases, servedVectors(cases), matrix, exactly)).toEqual([]);
    }));

  it("differ when the serving window is one millisecond or one second longer than the training window", () =>
    overCases(async (cases) => {
      const fast = await fastValues();
      for (const extraMillis of [1, 1000]) {
        expect(differences(cases, servedValues(cases, longer(extraMillis)), fast, exactly)).not.toEqual([]);
      }
    }));

  it("differ when training forgets when an event became known", () =>
    overCases(async (cases) => {
      await tables.run("UPDATE source_visits SET known_ms = time_ms");
      expect(differences(cases, servedValues(cases), await fastValues(), exactly)).not.toEqual([]);
    }));
});

async function overCases(law: (cases: ParityCases) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(parityCases(WORLDS), async (cases) => {
    await loadCases(tables, cases);
    await law(cases);
  });
  await fc.assert(property, RUNS);
}

const fastValues = () => pointInTimeValues(tables, parityDefinitions, "decisions");

const longer = (extraMillis: number): FeatureDefinition[] =>
  parityDefinitions.map((definition) => ({ ...definition, overMillis: definition.overMillis + extraMillis }));

/** Appends events shortly before they are known, in an order of chance and some twice, and reads at each decision. */
function replay(
  cases: ParityCases,
  definitions: readonly FeatureDefinition[],
  readRow: (state: ReturnType<typeof openFeatureState>, row: number) => void,
): void {
  const state = openFeatureState(definitions, attributesOf(cases));
  const random = seededRandom("arrivals");
  let waiting: Event[] = random.shuffle([...cases.events]);
  const rows = cases.decisions
    .map((_, row) => row)
    .toSorted((a, b) => cases.decisions[a]!.timeMillis - cases.decisions[b]!.timeMillis);
  for (const row of rows) {
    const { timeMillis } = cases.decisions[row]!;
    const arrives = waiting.map(({ knownMillis }) => knownMillis <= timeMillis || random.next() < 0.2);
    if (random.next() < 0.5) state.advance(timeMillis);
    state.append(waiting.filter((_, i) => arrives[i]));
    state.append(waiting.filter((_, i) => arrives[i] && i % 3 === 0));
    waiting = waiting.filter((_, i) => !arrives[i]);
    state.advance(timeMillis);
    readRow(state, row);
  }
}

/** A decision without a household cannot be a request: its values are taken as unknown. */
function servedValues(cases: ParityCases, definitions = parityDefinitions): Float64Array {
  const values = new Float64Array(cases.decisions.length * featureCount).fill(Infinity);
  replay(cases, definitions, (state, row) => {
    const { household, product } = cases.decisions[row]!;
    if (household === null) return;
    definitions.forEach(({ name }, column) => {
      values[row * featureCount + column] = state.read(name, { household, product });
    });
  });
  return values;
}

function servedVectors(cases: ParityCases): Float32Array {
  const values = new Float32Array(cases.decisions.length * featureCount).fill(Infinity);
  replay(cases, parityDefinitions, (state, row) => {
    const { household, product } = cases.decisions[row]!;
    if (household === null) return;
    const candidates = ["nobody", product, [...cases.departments.keys()][0]!];
    const out = new Float32Array(candidates.length * featureCount);
    state.vectors({ household }, "product", candidates, out);
    values.set(out.subarray(featureCount, 2 * featureCount), row * featureCount);
  });
  return values;
}

type Same = (a: number, b: number) => boolean;
const exactly: Same = (a, b) => a === b || (Number.isNaN(a) && Number.isNaN(b));
/** Plain SQL sums round after every addition. */
const nearly: Same = (a, b) => exactly(a, b) || Math.abs(a - b) < 1e-7;

/** The first few differences, each with all that is needed to follow it by hand. */
function differences(cases: ParityCases, found: ArrayLike<number>, wanted: ArrayLike<number>, same: Same): unknown[] {
  expect(found.length).toBe(wanted.length);
  const list: unknown[] = [];
  for (let i = 0; i < wanted.length && list.length < 3; i++) {
    if (found[i] === Infinity || same(found[i]!, wanted[i]!)) continue;
    const decision = cases.decisions[Math.floor(i / featureCount)]!;
    const world = decision.product.split("-")[0]!.slice(1);
    const events = cases.events.filter(({ id }) => id.includes(`${world}-`));
    list.push({
      feature: parityDefinitions[i % featureCount]!.name,
      found: found[i],
      wanted: wanted[i],
      decision,
      events,
    });
  }
  return list;
}
