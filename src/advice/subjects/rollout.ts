import type { Design } from "../../design/design.ts";
import { defineAdvice, type Fact, type NotYet, type Proposal } from "../advice.ts";
import { because, fill, facts, needs, those, unless } from "../facts.ts";
import { averageRate } from "../figures/load.ts";
import { stakes, type Harm } from "../figures/stakes.ts";
import { count, daySeconds, duration, share, stepUp } from "../units.ts";

/** Error rate that a canary must be able to rule out where the document asks for none. */
const assumedErrorRate = 0.001;
/**
 * None seen among n means at most 3 / n with 95% confidence, because 0.95 ≈ 1 − e⁻³ (Hanley and Lippman-Hand 1983,
 * JAMA 249(13)).
 */
const ruleOfThree = 3;
const ladder = [0.01, 0.05, 0.1, 0.25, 0.5] as const;
const lengths = [3600, 7200, 14_400, 28_800, daySeconds, 2 * daySeconds, 7 * daySeconds] as const;
/** A day shows the daily rhythm once, a week every weekday. */
const shadowSeconds: Readonly<Record<Harm, number>> = {
  cheap: daySeconds,
  costly: 3 * daySeconds,
  grave: 7 * daySeconds,
};
const leastStepSeconds: Readonly<Record<Harm, number>> = { cheap: 3600, costly: 14_400, grave: daySeconds };

export interface Steps {
  readonly shares: readonly number[];
  readonly stepSeconds: number;
  readonly requests: number;
}

/** The error rate that a step must be able to rule out: the tightest guardrail, else the usual one. */
function errorBound(design: Design): { readonly share: number; readonly facts: readonly Fact[] } {
  const bounds = (design.metrics?.guardrails ?? []).flatMap(({ metric, target }, i) =>
    metric?.name === "errorRate" && target?.quantity.kind === "share" && target.quantity.share > 0
      ? [{ share: target.quantity.share, facts: facts(design, `metrics.guardrails[${i}].target`) }]
      : [],
  );
  return bounds.sort((a, b) => a.share - b.share)[0] ?? { share: assumedErrorRate, facts: [] };
}

/** Requests that a step must see before silence about errors means something. */
export const requestsPerStep = (design: Design): number => Math.ceil(ruleOfThree / errorBound(design).share);

/** The smallest first step that sees enough requests in the least time, else the time that 5% needs. */
export function canarySteps(design: Design, requestsPerSecond: number, harm: Harm): Steps {
  const requests = requestsPerStep(design);
  const least = leastStepSeconds[harm];
  const wanted = requests / (requestsPerSecond * least);
  const first = wanted <= 0.1 ? stepUp(wanted, ladder) : 0.05;
  const stepSeconds = Math.max(least, stepUp(requests / (requestsPerSecond * first), lengths));
  const shares = [first, ...[0.1, 0.5].filter((one) => one > first)];
  return { shares, stepSeconds, requests };
}

function propose(design: Design): Proposal | NotYet {
  const average = averageRate(design);
  const risk = stakes(design);
  if (!average || !risk)
    return needs(
      ...those<readonly ["requirements.scale.requests.average" | "requirements.costOfErrors", string]>(
        !average && [
          "requirements.scale.requests.average",
          "traffic decides how small a step can be and still show anything",
        ],
        !risk && ["requirements.costOfErrors", "what an error costs decides how long nobody may be exposed"],
      ),
    );
  const { shares, stepSeconds, requests } = canarySteps(design, average.value, risk.harm);
  const steps = shares.map(share);
  const bound = errorBound(design);
  const shadow = duration(shadowSeconds[risk.harm]);
  return {
    recommend: `Shadow for ${shadow}, then ${steps.join(", ")} of traffic, each for ${duration(stepSeconds)}`,
    reasons: [
      because(`${count(requests)} requests without an error rule out a rate above ${share(bound.share)}`, bound.facts),
      because(
        `${share(shares[0]!)} of ${average.how === "stated" ? "the average" : average.how} gives them in ${duration(stepSeconds)}`,
        average.facts,
      ),
      because(`an error is ${risk.harm}: ${risk.how}`, risk.facts),
    ],
    alternatives: [
      unless("an experiment instead of the last canary step", "the KPI, and not only errors and latency, must decide"),
      unless("no shadow", "the change cannot alter scores, such as a new replica of the same model"),
    ],
    consequence: `A bad release reaches at most ${share(shares[0]!)} of requests for ${duration(stepSeconds)} before it is taken back.`,
    edits: those(
      fill(design, "serving.rollout.shadow", shadow),
      fill(design, "serving.rollout.canary", steps),
      fill(design, "serving.rollout.stepEvery", duration(stepSeconds)),
      fill(design, "serving.rollout.rollBack", "automatic"),
    ),
    confidence: "likely",
  };
}

export default defineAdvice({
  id: "rollout",
  stage: "serving",
  asks: "How does a new model take over, and who notices in time that it should not?",
  propose,
});
