import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** What needs a model, a store, an index or a person that may be away. */
const mayFail: ReadonlySet<string> = new Set([
  "previous-model",
  "smaller-model",
  "cached-answer",
  "human-review",
  "bm25",
]);

export default defineRule({
  id: "fallback-can-fail",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "hint", production: "flaw" },
  why: "When the last line of answers can fail too, an outage of one part becomes an outage of all.",
  source: "Nygard, Release It! (2018), chapter 4",
  asks: "And when that is away as well, what does the caller get?",
  bad: (sound) => edited(sound, { "serving.fallback": ["smaller-model"] }),
  *check({ design }) {
    const fallback = design.serving?.fallback ?? [];
    if (fallback.length === 0 || !fallback.every((one) => typeof one === "string" && mayFail.has(one))) return;
    yield {
      at: "serving.fallback",
      found: `The fallback is ${fallback.map((one) => `\`${one as string}\``).join(", then ")}, and each of these can fail.`,
      clears: "end with something that cannot fail: a rule, a list in memory, a default value",
      fix: [{ set: ["serving", "fallback"], to: [...fallback, "default-value"] }],
    };
  },
});
