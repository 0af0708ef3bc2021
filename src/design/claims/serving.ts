import type { DesignDocument } from "../design.ts";
import { claimMaker, millisOf, within, type Claim } from "./claim.ts";

export function servingClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "serving");
  const { serving, requirements } = document.design;
  const peak = requirements?.scale?.requests?.peak;
  const load: Claim["conditions"] = peak ? { at: "peak", perSecond: peak.perSecond } : {};
  const steps = (serving?.path ?? []).flatMap(({ step, p99 }, i) => {
    if (!p99) return [];
    const sentence = `99 of 100 requests spend at most ${p99.text} in ${step}${peak ? ` at peak (${peak.text})` : ""}`;
    return [
      claim({
        id: `serving.path.${step}.p99`,
        kind: "step-budget",
        sentence,
        path: ["serving", "path", i, "p99"],
        stated: p99.text,
        target: within(p99),
        conditions: { step, percentile: 0.99, ...load },
      }),
    ];
  });
  const { deadline, fallback, cache, rollout } = serving ?? {};
  const waiting =
    deadline &&
    claim({
      id: "serving.deadline",
      kind: "deadline",
      sentence: `99 of 100 requests whose step hangs are answered by the fallback within ${deadline.text}`,
      path: ["serving", "deadline"],
      stated: deadline.text,
      target: { comparison: ">=", value: 0.99, unit: "share" },
      conditions: { deadlineMillis: millisOf(deadline) },
    });
  const cached =
    cache &&
    claim({
      id: "serving.cache",
      kind: "cache",
      sentence: `the ${cache.what} cache answers ${cache.hits?.text ?? "a share"} of requests`,
      path: ["serving", "cache"],
      stated: cache.hits?.text ?? cache.what,
      target: null,
    });
  const rolled =
    rollout &&
    claim({
      id: "serving.rollout",
      kind: "rollout",
      sentence: `a release passes shadow and canary, and is rolled back ${rollout.rollBack ?? "when it is worse"}`,
      path: ["serving", "rollout"],
      stated: rollout.rollBack ?? "rollout",
      target: null,
    });
  return [
    ...steps,
    ...[waiting, fallback && fallbackClaim(document, fallback), cached, rolled].filter((one) => one !== undefined),
  ];
}

/** While no ranker lives, the error rate must stay inside its own budget, or at 1% where none is stated. */
function fallbackClaim(document: DesignDocument, fallback: string): Claim {
  const guardrail = document.design.metrics?.guardrails?.find(
    (one) => one.metric.name === "errorRate" && one.at !== "average",
  )?.target?.quantity;
  const errors = guardrail?.kind === "share" ? guardrail.share : 0.01;
  return claimMaker(
    document,
    "serving",
  )({
    id: "serving.fallback",
    kind: "fallback",
    sentence: `while no ranker lives, ${fallback} answers and says so, with at most ${Number((errors * 100).toPrecision(3))}% errors`,
    path: ["serving", "fallback"],
    stated: fallback,
    target: { comparison: "<=", value: errors, unit: "share" },
    conditions: { fallback },
  });
}
