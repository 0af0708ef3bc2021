import { identifier, type Tables } from "../../data/table-store.ts";
import type { Random } from "../../kit/random.ts";
import { topByInnerProduct } from "../../retrieval/inner-product.ts";
import { alsFromBytes, alsToBytes } from "../../training/als/model-bytes.ts";
import { fitAls, type AlsModel } from "../../training/learners/als.ts";
import { alsStrength } from "./als-strength.ts";
import { outcomesSql } from "./past-candidates.ts";
import type { RecommendationPlan } from "./plan.ts";

/** Candidates by the taste that a household shares with others, from one fitted model. Ids are looked up by name. */
export interface Collaborative {
  /** The `take` items with the largest score, best first; empty for somebody unknown to the model. */
  candidates(who: string, take: number): string[];
  /** Score of one item, NaN where either side is unknown. */
  score(who: string, item: string): number;
  /** Scores of many items at once, written to `out[start + i * stride]`. */
  scoreMany(who: string, items: readonly string[], out: Float32Array, start: number, stride: number): void;
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly model: AlsModel;
}

const iterations = 12;

/**
 * Fits the collaborative retriever to everything that was known before a moment.
 *
 * @returns `undefined` when nobody had bought anything by then
 */
export async function fitCollaborative(
  tables: Tables,
  plan: RecommendationPlan,
  beforeMillis: number,
  random: Random,
): Promise<Collaborative | undefined> {
  const als = plan.retrieve.als;
  if (!als) return undefined;
  const [who, what] = [identifier(plan.forWhom), identifier(plan.what)];
  const rows = await tables.columns(`
    SELECT ${who} AS who, ${what} AS what, count(*) AS bought FROM (${outcomesSql(plan)})
    WHERE time_ms < ${beforeMillis} AND known_ms <= ${beforeMillis} AND time_ms >= ${beforeMillis - plan.trainOnMillis}
    GROUP BY ALL ORDER BY who, what`);
  const [whos, whats, bought] = [rows["who"] as string[], rows["what"] as string[], rows["bought"] as Float64Array];
  if (whos.length === 0) return undefined;
  const users = numbered(whos);
  const items = numbered(whats);
  const interactions = {
    userCount: users.size,
    itemCount: items.size,
    userIndex: Int32Array.from(whos, (name) => users.get(name)!),
    itemIndex: Int32Array.from(whats, (name) => items.get(name)!),
    value: Float32Array.from(bought, (count) => Math.log2(1 + count)),
  };
  const model = fitAls(interactions, { factors: als.factors, iterations, ...alsStrength(interactions) }, { random });
  return collaborative(model, [...users.keys()], [...items.keys()]);
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].toSorted().map((name, i) => [name, i]));
}

export function collaborative(model: AlsModel, users: readonly string[], items: readonly string[]): Collaborative {
  const userNumber = new Map(users.map((name, i) => [name, i]));
  const itemNumber = new Map(items.map((name, i) => [name, i]));
  const factors = model.factors;
  const userVector = (who: string): Float32Array | undefined => {
    const user = userNumber.get(who);
    return user === undefined ? undefined : model.userFactors.subarray(user * factors, (user + 1) * factors);
  };
  const inner = (vector: Float32Array, item: string): number => {
    const at = itemNumber.get(item);
    if (at === undefined) return NaN;
    let sum = 0;
    for (let i = 0, j = at * factors; i < factors; i++, j++) sum += vector[i]! * model.itemFactors[j]!;
    return sum;
  };
  return {
    users,
    items,
    model,
    candidates: (who, take) => {
      const vector = userVector(who);
      return vector
        ? Array.from(topByInnerProduct(vector, model.itemFactors, factors, take).items, (item) => items[item]!)
        : [];
    },
    score: (who, item) => {
      const vector = userVector(who);
      return vector ? inner(vector, item) : NaN;
    },
    scoreMany: (who, wanted, out, start, stride) => {
      const vector = userVector(who);
      for (let i = 0; i < wanted.length; i++) out[start + i * stride] = vector ? inner(vector, wanted[i]!) : NaN;
    },
  };
}

/** Files of a fitted retriever, for the registry. */
export function collaborativeFiles({ model, users, items }: Collaborative): Record<string, Uint8Array> {
  return { "als.bin": alsToBytes(model), "als-names.json": new TextEncoder().encode(JSON.stringify({ users, items })) };
}

export function collaborativeFromFiles(files: Readonly<Record<string, Uint8Array>>): Collaborative | undefined {
  const [bytes, names] = [files["als.bin"], files["als-names.json"]];
  if (!bytes || !names) return undefined;
  const { users, items } = JSON.parse(new TextDecoder().decode(names)) as { users: string[]; items: string[] };
  return collaborative(alsFromBytes(bytes), users, items);
}
