import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "step-without-budget",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "The time of the whole is promised and one step has none, so it takes what it likes and the others pay.",
  source: "Dean and Barroso, The Tail at Scale (2013), doi:10.1145/2408776.2408794",
  asks: "The whole has a limit. How much of it may each step use?",
  bad: (sound) => edited(sound, { "serving.path[decide].p99": gone }),
  *check(view) {
    const path = view.design.serving?.path ?? [];
    const promised = view.design.metrics?.guardrails?.some(({ metric, target }) => metric.name === "latency" && target);
    if (!promised && view.missing("serving.deadline")) return;
    for (const [i, { step, p50 }] of path.entries()) {
      const at = ["serving", "path", i, "p99"];
      if (p50 || view.decided(at)) continue;
      yield {
        at,
        lookedIn: [`serving.path[${i}]`],
        found: `The step \`${step}\` has no budget, and ${path.filter(({ p99 }) => p99).length} of ${path.length} steps have one.`,
        clears: "write `p99:` with what 99 of 100 requests spend in it at most",
      };
    }
  },
});
