import type { QuantityOf } from "../../kit/quantity.ts";
import type { DesignDocument } from "../design.ts";
import { claimMaker, made, millisOf, within, type Claim, type ClaimFacts } from "./claim.ts";

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
  return made([
    ...steps,
    waiting,
    fallback &&
      fallbackClaim(document, fallback.map((one) => (typeof one === "string" ? one : one.other)).join(", then ")),
    cached,
    rolled,
    ...modeClaims(document),
    ...capacityClaims(document),
  ]);
}

/** What is promised of predictions that are not made on request. */
function modeClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "serving");
  const { batch, stream, onDevice, precompute = [] } = document.design.serving ?? {};
  const timed = (
    id: string,
    kind: ClaimFacts["kind"],
    path: ClaimFacts["path"],
    sentence: string,
    most: Duration,
  ): Claim => claim({ id, kind, sentence: `${sentence} ${most.text}`, path, stated: most.text, target: within(most) });
  return made([
    batch?.takes &&
      timed(
        "serving.batch.takes",
        "batch-window",
        ["serving", "batch", "takes"],
        "one batch run takes at most",
        batch.takes,
      ),
    batch?.usableFor &&
      timed(
        "serving.batch.usableFor",
        "batch-window",
        ["serving", "batch", "usableFor"],
        "no prediction is used that is older than",
        batch.usableFor,
      ),
    stream?.lag &&
      timed(
        "serving.stream.lag",
        "stream-lag",
        ["serving", "stream", "lag"],
        "predictions lag events by at most",
        stream.lag,
      ),
    onDevice?.bytes &&
      claim({
        id: "serving.onDevice.bytes",
        kind: "device-size",
        sentence: `the model takes at most ${onDevice.bytes.text} on the device`,
        path: ["serving", "onDevice", "bytes"],
        stated: onDevice.bytes.text,
        target: { comparison: "<=", value: onDevice.bytes.bytes, unit: "bytes" },
      }),
    ...precompute.map(
      ({ what, every }, i) =>
        every &&
        timed(
          `serving.precompute.${what}`,
          "precomputed",
          ["serving", "precompute", i, "every"],
          `${what}: never older than`,
          every,
        ),
    ),
  ]);
}

type Duration = QuantityOf<"duration">;

/** What is promised of copies, of people who decide, and of the way back. */
function capacityClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "serving");
  const { hardware = [], scaling, review, rollout } = document.design.serving ?? {};
  return made([
    ...hardware.map(
      (one, i) =>
        one.utilisation &&
        claim({
          id: `serving.hardware.${one.for}.utilisation`,
          kind: "utilisation",
          sentence: `${one.for} is busy at most ${one.utilisation.text} of the time at peak`,
          path: ["serving", "hardware", i, "utilisation"],
          stated: one.utilisation.text,
          target: { comparison: "<=", value: one.utilisation.share, unit: "share" },
        }),
    ),
    scaling?.takes &&
      claim({
        id: "serving.scaling.takes",
        kind: "scaling",
        sentence: `a new copy answers within ${scaling.takes.text}`,
        path: ["serving", "scaling", "takes"],
        stated: scaling.takes.text,
        target: within(scaling.takes),
      }),
    review?.answerWithin &&
      claim({
        id: "serving.review.answerWithin",
        kind: "review-queue",
        sentence: `a case is looked at within ${review.answerWithin.text}`,
        path: ["serving", "review", "answerWithin"],
        stated: review.answerWithin.text,
        target: within(review.answerWithin),
        conditions: {
          ...(review.inflow && { perSecond: review.inflow.perSecond }),
          ...(review.reviewers !== undefined && { reviewers: review.reviewers }),
        },
      }),
    rollout?.rollBackWithin &&
      claim({
        id: "serving.rollout.rollBackWithin",
        kind: "rollback",
        sentence: `after a bad release the previous model answers again within ${rollout.rollBackWithin.text}`,
        path: ["serving", "rollout", "rollBackWithin"],
        stated: rollout.rollBackWithin.text,
        target: within(rollout.rollBackWithin),
      }),
  ]);
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
