import { durationText } from "../../kit/quantity.ts";
import { countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Requests without an error that show, with 95% confidence, a rate below 1/n: three times n. */
const ruleOfThree = 3;

export default defineRule({
  id: "canary-too-short",
  stage: "serving",
  kind: "arithmetic",
  severity: { prototype: "gap", production: "flaw" },
  why: "A step with too few requests cannot show the error rate that it is watched for, so every release passes.",
  source:
    "Hanley and Lippman-Hand, If Nothing Goes Wrong, Is Everything All Right? (1983), doi:10.1001/jama.1983.03330370053031",
  asks: "One percent of traffic for a minute: how many requests is that, and which error rate could you see in them?",
  bad: (sound) => edited(sound, { "serving.rollout.stepEvery": "1m" }),
  *check({ design }) {
    const { canary, stepEvery } = design.serving?.rollout ?? {};
    const rate = design.requirements?.scale?.requests?.average;
    const first = canary?.[0];
    const i = (design.metrics?.guardrails ?? []).findIndex(
      ({ metric, target }) => metric.name === "errorRate" && target,
    );
    const target = design.metrics?.guardrails?.[i]?.target;
    if (design.serving?.mode === "on-device") return;
    if (!first || !stepEvery || !rate || target?.quantity.kind !== "share" || target.quantity.share === 0) return;
    const seen = rate.perSecond * first.share * stepEvery.seconds;
    const needed = ruleOfThree / target.quantity.share;
    if (seen >= needed) return;
    yield {
      at: "serving.rollout.stepEvery",
      found: `The first step sees ${countText(seen)} requests, and an error rate ${target.text} shows in ${countText(needed)}.`,
      clears: `watch it for ${durationText(needed / (rate.perSecond * first.share))}, or begin with a larger share`,
      working: {
        inputs: [
          { name: "requests", value: rate.text, at: "requirements.scale.requests.average" },
          { name: "first share", value: first.text, at: "serving.rollout.canary[0]" },
          { name: "watched for", value: stepEvery.text, at: "serving.rollout.stepEvery" },
          { name: "error rate", value: target.text, at: ["metrics", "guardrails", i, "target"] },
        ],
        sum: `${rate.text} × ${first.text} × ${stepEvery.text}, and 3 ÷ ${target.quantity.text}`,
        result: `${countText(seen)} of ${countText(needed)}`,
      },
    };
  },
});
