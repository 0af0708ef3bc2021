import { seededRandom } from "../../kit/random.ts";

/** When each request is meant to leave, and which body it carries. */
export interface Schedule {
  /** Ascending milliseconds after the start of the load. */
  readonly intendedMillis: Float64Array;
  /** Index into the bodies, one per request. */
  readonly bodyIndex: Uint32Array;
  /** Requests before this index warm the server up and are not judged. */
  readonly firstJudged: number;
}

export interface ScheduleFacts {
  /** Mean arrivals per second, > 0. */
  readonly perSecond: number;
  /** Length of the judged part; either this or `requests`. */
  readonly seconds?: number | undefined;
  /** Judged arrivals; either this or `seconds`. */
  readonly requests?: number | undefined;
  readonly warmUpSeconds: number;
  readonly bodyCount: number;
  /** `cycled`: one body after the other; `sampled`: drawn with replacement. */
  readonly bodyOrder: "cycled" | "sampled";
  readonly seed: number | string;
}

/**
 * Poisson arrivals: gaps are independent and exponential, so requests bunch the way independent people do.
 * The same facts give the same schedule.
 */
export function arrivalSchedule(facts: ScheduleFacts): Schedule {
  const intended = arrivalTimes(facts);
  const warmUpMillis = facts.warmUpSeconds * 1000;
  const firstJudged = intended.findIndex((millis) => millis >= warmUpMillis);
  return {
    intendedMillis: Float64Array.from(intended),
    bodyIndex: bodyOrder(facts, intended.length),
    firstJudged: firstJudged === -1 ? intended.length : firstJudged,
  };
}

function arrivalTimes({ perSecond, seconds, requests, warmUpSeconds, seed }: ScheduleFacts): number[] {
  const random = seededRandom(seed).stream("arrivals");
  const endMillis = seconds === undefined ? Infinity : (warmUpSeconds + seconds) * 1000;
  const times: number[] = [];
  let judged = 0;
  for (let at = 0; judged < (requests ?? Infinity);) {
    at += random.exponential(perSecond) * 1000;
    if (at >= endMillis) break;
    times.push(at);
    if (at >= warmUpSeconds * 1000) judged++;
  }
  return times;
}

function bodyOrder({ bodyCount, bodyOrder, seed }: ScheduleFacts, length: number): Uint32Array {
  const random = seededRandom(seed).stream("bodies");
  return Uint32Array.from({ length }, (_, i) => (bodyOrder === "cycled" ? i % bodyCount : random.int(bodyCount)));
}
