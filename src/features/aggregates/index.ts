import type { FeatureAggregate } from "../definition.ts";
import type { Aggregate } from "./aggregate.ts";
import { count } from "./count.ts";
import { distinct } from "./distinct.ts";
import { last } from "./last.ts";
import { mean } from "./mean.ts";
import { sum } from "./sum.ts";
import { timeSince } from "./time-since.ts";

/** Every aggregate by its kind; the type keeps this table and `FeatureAggregate` complete. */
export const aggregates: Readonly<Record<FeatureAggregate["kind"], Aggregate>> = {
  count,
  sum,
  mean,
  last,
  distinct,
  timeSince,
};
