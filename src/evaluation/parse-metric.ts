import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { Metric } from "./metric.ts";
import { metrics } from "./metrics/index.ts";

/** A metric as a design names it. */
export interface NamedMetric {
  /** `ndcg@10` */
  readonly text: string;
  readonly metric: Metric;
  /** Only the first k ranks count; `undefined` for all. */
  readonly k: number | undefined;
}

const known: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.name, metric]));

/**
 * Reads `ndcg@10` or `auc`.
 *
 * @throws {Problem} `evaluation/unknown-metric`, `evaluation/bad-cutoff`
 */
export function parseMetric(text: string): NamedMetric {
  const [name = "", cutoff, ...rest] = text.trim().split("@");
  const metric = known.get(name);
  if (!metric) throw unknownMetric(name);
  if (cutoff === undefined) return { text: name, metric, k: undefined };
  if (metric.overRows) throw badCutoff(`\`${name}\` judges rows and has no cut-off, but \`${text}\` gives one.`, name);
  if (rest.length > 0 || !/^[1-9]\d{0,8}$/.test(cutoff)) {
    throw badCutoff(`The cut-off of \`${text}\` is not a whole number from 1 up.`, `${name}@10`);
  }
  return { text: `${name}@${cutoff}`, metric, k: Number(cutoff) };
}

function unknownMetric(name: string): Problem {
  const meant = nearest(name, known.keys());
  const list = `known are ${[...known.keys()].join(", ")}`;
  return new Problem({
    code: "evaluation/unknown-metric",
    found: `There is no metric called \`${name}\`.`,
    fix: meant ? `write \`${meant}\`; ${list}` : `use another metric; ${list}`,
  });
}

function badCutoff(found: string, example: string): Problem {
  return new Problem({ code: "evaluation/bad-cutoff", found, fix: `write \`${example}\`` });
}
