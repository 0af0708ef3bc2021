import { Problem } from "../../kit/problem.ts";

/** What was taken most, most first: the baseline that every other learner must beat. Plain data. */
export interface PopularityModel {
  /** Items taken at least once, by falling score; ties by id in code-unit order. */
  readonly items: readonly string[];
  /** Share of all that was taken, in (0, 1], in the order of `items`; they sum to 1. */
  readonly scores: readonly number[];
}

/**
 * Ranks items by how often they were taken. The caller counts within the window it wants; with no counts at all the
 * model is empty and recommends nothing.
 *
 * @param counts  count or weight ≥ 0 by item id; an id that occurs twice counts with the sum, items with 0 are left out
 * @throws {Problem} `training/bad-interaction` when a count is negative or not a number
 */
export function fitPopularity(counts: Iterable<readonly [id: string, count: number]>): PopularityModel {
  const taken = [...summed(counts)].filter(([, count]) => count > 0);
  taken.sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  const total = taken.reduce((sum, [, count]) => sum + count, 0);
  return { items: taken.map(([id]) => id), scores: taken.map(([, count]) => count / total) };
}

function summed(counts: Iterable<readonly [string, number]>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [id, count] of counts) {
    if (!(count >= 0 && count < Infinity)) throw badCount(id, count);
    sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return sums;
}

const badCount = (id: string, count: number) =>
  new Problem({
    code: "training/bad-interaction",
    found: `The item \`${id}\` was counted ${count} times, but popularity needs counts of 0 or more.`,
    fix: "count with a filter that leaves out rows such as returns, for example `quantity > 0`",
  });

export const popularityToBytes = (model: PopularityModel): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ items: model.items, scores: model.scores }));

/** @throws {Problem} `training/unreadable-model` */
export function popularityFromBytes(bytes: Uint8Array): PopularityModel {
  const model = parsed(new TextDecoder().decode(bytes)) as Partial<PopularityModel> | null;
  const whole =
    Array.isArray(model?.items) && Array.isArray(model.scores) && model.items.length === model.scores.length;
  if (!whole) throw unreadable(undefined);
  return { items: model.items!, scores: model.scores! };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause: unknown) =>
  new Problem({
    code: "training/unreadable-model",
    found: "This is not a readable popularity model: it should be JSON with as many `scores` as `items`.",
    fix: "load the file that training wrote, or train again",
    cause,
  });
