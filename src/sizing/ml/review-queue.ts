import { Problem } from "../../kit/problem.ts";
import { checkInside, checkPositive, checkShare } from "../check-range.ts";
import { firstWhole } from "../bisect.ts";
import { mmc } from "../queueing/mmc.ts";

export interface ReviewQueue {
  /** Items that come in, at the hour that is staffed for. */
  readonly itemsPerHour: number;
  /** Mean time that a reviewer needs for one. */
  readonly handlingSeconds: number;
  /** Share of items that must be begun within `withinSeconds`, in (0, 1). */
  readonly share: number;
  readonly withinSeconds: number;
  /** Share of paid time that reviewers are not at work (breaks, training, absence); 0.3 when absent. */
  readonly shrinkage?: number;
}

export interface ReviewStaffing {
  /** At work at that hour. */
  readonly reviewers: number;
  /** On the rota, shrinkage included. */
  readonly scheduled: number;
  /** Share of items begun in time with that many. */
  readonly begunWithin: number;
  /** Share of the time at work that reviewers are busy. */
  readonly occupancy: number;
  readonly meanWaitSeconds: number;
}

/**
 * Fewest reviewers with which enough items are begun in time (Erlang C: items come at random, nobody gives up).
 *
 * @throws {Problem} `sizing/out-of-range`
 * @example 200 items/h of 180 s, 80% within 20 s // => 14 reviewers, 88.8% within 20 s
 */
export function reviewStaffing(queue: ReviewQueue): ReviewStaffing {
  const { itemsPerHour, handlingSeconds, share, withinSeconds, shrinkage = 0.3 } = queue;
  checkPositive({ itemsPerHour, handlingSeconds, withinSeconds });
  checkInside({ share });
  checkShare({ shrinkage });
  if (shrinkage === 1) throw nobodyWorks();
  const arrivalsPerSecond = itemsPerHour / 3600;
  const model = (servers: number) => mmc({ arrivalsPerSecond, serviceSeconds: handlingSeconds, servers });
  const begunWithin = (servers: number) => {
    const turns = (servers - arrivalsPerSecond * handlingSeconds) * (withinSeconds / handlingSeconds);
    return 1 - model(servers).waitProbability * Math.exp(-turns);
  };
  const least = Math.floor(arrivalsPerSecond * handlingSeconds * (1 + 1e-12)) + 1;
  const reviewers = firstWhole(least, Number.MAX_SAFE_INTEGER, (servers) => begunWithin(servers) >= share)!;
  const { utilisation, meanWaitSeconds } = model(reviewers);
  const scheduled = Math.ceil((reviewers / (1 - shrinkage)) * (1 - 1e-12));
  return { reviewers, scheduled, begunWithin: begunWithin(reviewers), occupancy: utilisation, meanWaitSeconds };
}

function nobodyWorks(): Problem {
  return new Problem({
    code: "sizing/out-of-range",
    found: "a shrinkage of 1 leaves nobody at work",
    fix: "give a shrinkage below 1",
  });
}
