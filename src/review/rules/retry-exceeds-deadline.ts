import { durationText } from "../../kit/quantity.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "retry-exceeds-deadline",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "A second attempt that cannot finish before the deadline adds load when the system is slow, and helps nobody.",
  source: "Brooker, Timeouts, Retries and Backoff with Jitter, Amazon Builders' Library (2019)",
  asks: "The step failed at its budget and is tried once more. Is there time left for that?",
  bad: (sound) =>
    edited(sound, { "serving.path[features].p99": "60ms", "serving.path[features].onFailure": "retry once" }),
  *check({ design }) {
    const { deadline, path } = design.serving ?? {};
    if (!deadline) return;
    for (const [i, { step, p99, onFailure }] of (path ?? []).entries()) {
      if (onFailure !== "retry once" || !p99 || p99.seconds * 2 <= deadline.seconds) continue;
      const both = durationText(p99.seconds * 2);
      yield {
        at: ["serving", "path", i, "onFailure"],
        found: `Two attempts of \`${step}\` may take ${both}, and the request is given up after ${deadline.text}.`,
        clears: "fall back instead, give each attempt less time, or move the deadline",
        working: {
          inputs: [
            { name: `one attempt of ${step}`, value: p99.text, at: ["serving", "path", i, "p99"] },
            { name: "deadline", value: deadline.text, at: "serving.deadline" },
          ],
          sum: `2 × ${p99.text}`,
          result: both,
        },
        fix: [{ set: ["serving", "path", i, "onFailure"], to: "fallback" }],
      };
    }
  },
});
