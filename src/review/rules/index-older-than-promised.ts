import type { Design } from "../../design/design.ts";
import { difference, measured, type Measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { speaksOf } from "../words.ts";

export default defineRule({
  id: "index-older-than-promised",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "What was added after the last build cannot be found before the next, so the index is as old as its interval.",
  source: "Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008), section 4.5",
  asks: "A document is added now. When can it be found, and which number of your design says so?",
  base: "search-ranking",
  bad: (sound) => edited(sound, { "metrics.guardrails[4]": { metric: "freshness", of: "index", target: "<= 1h" } }),
  *check({ design }) {
    const promise = promisedAge(design);
    if (!promise || addsInBetween(design)) return;
    for (const [i, { kind, index }] of (design.model?.retrieve ?? []).entries()) {
      const every = measured("built every", index?.rebuild, ["model", "retrieve", i, "index", "rebuild"]);
      if (!every || every.seconds <= promise.seconds) continue;
      yield {
        at: every.at,
        found: `The index of \`${kind}\` is built every ${every.text}, and may be ${promise.text} old.`,
        clears: `build it within ${promise.text}, add to it as events arrive, or promise ${every.text}`,
        working: difference(every, promise),
      };
    }
  },
});

function promisedAge({ metrics }: Design): Measured | undefined {
  const guardrails = metrics?.guardrails ?? [];
  const i = guardrails.findIndex(({ metric, of }) => metric.name === "freshness" && /\bindex/i.test(of ?? ""));
  const quantity = guardrails[i]?.target?.quantity;
  if (quantity?.kind !== "duration") return undefined;
  return measured("may be old", quantity, ["metrics", "guardrails", i, "target"]);
}

/** Whether new items reach the index between two builds. */
const addsInBetween = ({ data }: Design): boolean =>
  (data?.pipelines ?? []).some(({ step, kind }) => kind === "streaming" && speaksOf(step, /index|embed/i));
