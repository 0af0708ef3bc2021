import { edited, gone } from "../edited.ts";
import { itemPaths } from "../item-paths.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

const places = ["metrics.guardrails", "monitoring.latency", "monitoring.quality", "monitoring.alarms"];

export default defineRule({
  id: "availability-unmeasured",
  stage: "requirements",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A share of time that nobody counts is a wish: whether it was kept is argued about afterwards.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 4",
  asks: "Were you available enough last month? From which counter do you read it?",
  bad: (sound) => edited(sound, { "metrics.guardrails[errorRate]": gone, "monitoring.latency[1]": gone }),
  *check(view) {
    const { availability } = view.design.requirements?.constraints ?? {};
    if (!availability || putOff(view, places) || probes(view).length > 0) return;
    yield {
      at: "requirements.constraints.availability",
      lookedIn: places,
      found: `${availability.text} availability is promised, and nothing counts failed requests or time that is down.`,
      clears: "add the guardrail `errorRate` with a target, and watch it",
    };
  },
});

const failures =
  /\b(?:errors?|error ?rate|errorRate|availability|uptime|downtime|fail(?:s|ed|ures?)?|success|timeouts?|degraded|promises? kept|promiseKept)\b/i;

function probes(view: View): string[] {
  const { alarms, quality, latency } = view.design.monitoring ?? {};
  return view.speaking(
    failures,
    ...itemPaths(view.design.metrics?.guardrails, ["metrics", "guardrails"], "metric"),
    ...itemPaths(alarms, ["monitoring", "alarms"], "when"),
    ...itemPaths(quality, ["monitoring", "quality"], "what"),
    ...itemPaths(latency, ["monitoring", "latency"], "what"),
  );
}
