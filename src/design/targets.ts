import type { z } from "zod";
import { Problem } from "../kit/problem.ts";
import type { Bound, QuantityKind } from "../kit/quantity.ts";
import type { MetricName } from "./expressions.ts";

type Target = Bound<"share" | "duration" | "cost" | "bytes">;
interface Targeted {
  readonly metric: MetricName;
  readonly target?: Target | undefined;
}

/** Metrics that lie between 0 and 1 by definition. */
const shares: readonly string[] = (
  "ndcg recall precision map recipRank mrr hitRate auc averagePrecision coverage errorRate accuracy f1 " +
  "falsePositiveRate falseNegativeRate groundedness citationPrecision winRate"
).split(" ");
const lowerIsBetter: readonly string[] =
  "latency errorRate falsePositiveRate falseNegativeRate logLoss rmse mae mape ece cost".split(" ");

/** What a metric is measured in, where its name says so. */
const kindsByName: Readonly<Record<string, QuantityKind>> = {
  latency: "duration",
  freshness: "duration",
  cost: "cost",
  memory: "bytes",
  size: "bytes",
};
const kindWords: Partial<Record<QuantityKind, string>> = {
  duration: "a duration",
  cost: "an amount of money",
  bytes: "a size in bytes",
  share: "a share",
};
const kindExamples: Partial<Record<QuantityKind, string>> = { duration: "80ms", cost: "0.40 $", bytes: "4 GB" };

/** A latency is bounded from above by a duration, everything else by a share that it can reach. */
export function checkTarget({ metric, target }: Targeted, context: z.RefinementCtx): void {
  const problem = target && (wrongUnit(metric, target) ?? wrongSide(metric, target));
  if (problem) context.addIssue({ code: "custom", path: ["target"], message: problem.found, params: { problem } });
}

/** Checked as soon as these two are read, whatever is wrong beside them. */
export const whereRead = {
  when: ({ value }: { value: unknown }): boolean => {
    const { metric, target } = (value ?? {}) as { [Key in keyof Targeted]?: Partial<Targeted[Key]> };
    return metric?.name !== undefined && target?.quantity !== undefined;
  },
};

function wrongUnit(metric: MetricName, { text, comparison, quantity }: Target): Problem | undefined {
  const wanted = kindsByName[metric.name] ?? (shares.includes(metric.name) ? "share" : undefined);
  if (wanted && wanted !== quantity.kind)
    return new Problem({
      code: "quantity/wrong-unit",
      found: `\`${text}\` bounds ${metric.text}, which is ${kindWords[wanted]}.`,
      fix: kindExamples[wanted]
        ? `write \`${comparison} ${kindExamples[wanted]}\` or the like`
        : `write \`${comparison} 0.30\` or \`${comparison} 5%\``,
    });
  if (quantity.kind !== "share" || !quantity.relative) return undefined;
  return new Problem({
    code: "quantity/wrong-unit",
    found: `\`${text}\` is a percentage of nothing: no baseline is named.`,
    fix: "give an absolute bound, and say `beats: popularity` with `by: 20% relative`",
  });
}

function wrongSide(metric: MetricName, { text, comparison, quantity }: Target): Problem | undefined {
  if (lowerIsBetter.includes(metric.name) && comparison.startsWith(">"))
    return new Problem({
      code: "design/wrong-value",
      found: `\`${text}\` asks for a high ${metric.text}, and less is better.`,
      fix: `write \`<= ${quantity.text}\``,
    });
  const share = shares.includes(metric.name) || (quantity.text.includes("%") && quantity.kind === "share");
  if (!share || quantity.kind !== "share" || quantity.share <= 1) return undefined;
  return new Problem({
    code: "quantity/out-of-range",
    found: `\`${text}\` is out of reach: ${metric.text} is at most 1, which is 100%.`,
    fix:
      quantity.share <= 100 && !text.includes("%")
        ? `write \`${text}%\`, if that is what was meant`
        : "write at most 100%",
  });
}
