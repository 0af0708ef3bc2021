import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-latency-target",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "The time that an answer may take decides which models are possible, and slowness is what people notice first.",
  source:
    "Arapakis, Bai and Cambazoglu, Impact of Response Latency on User Behavior in Web Search (2014), doi:10.1145/2600428.2609627",
  asks: "How long may one answer take, at which percentile and at which load?",
  bad: (sound) => edited(sound, { "metrics.guardrails[latency p99]": gone, "serving.deadline": gone }),
  *check(view) {
    const { metrics, serving } = view.design;
    const waits = serving?.mode === undefined || ["online", "near-real-time", "on-device"].includes(serving.mode);
    if (!hasModel(view) || view.missing("serving") || !waits || view.decided("serving.deadline")) return;
    if ([...(metrics?.guardrails ?? []), ...(metrics?.offline ?? [])].some(({ metric }) => metric.name === "latency"))
      return;
    yield {
      at: "serving.deadline",
      lookedIn: ["metrics.guardrails", "serving.deadline"],
      found: "Somebody waits for the answer, and no time is promised.",
      clears: 'add a guardrail such as `{metric: latency p99, target: "<= 100ms", at: peak}`, and a `deadline:`',
    };
  },
});
