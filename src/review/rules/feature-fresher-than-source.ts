import { durationText } from "../../kit/quantity.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "feature-fresher-than-source",
  stage: "features",
  kind: "arithmetic",
  severity: "flaw",
  why: "A feature cannot know an event before its source does, so the model is served values that are older than was promised.",
  source: "Akidau et al., The Dataflow Model (2015), doi:10.14778/2824032.2824076",
  asks: "Your counter is at most a minute old. How old is the newest row of the table that it counts?",
  bad: (sound) => edited(sound, { "features[merchant_disputes].freshness": "5m" }),
  *check({ design }) {
    const sources = new Map((design.data?.sources ?? []).map((source, i) => [source.name, { source, i }]));
    for (const [i, { name, from, freshness }] of (design.features ?? []).entries()) {
      const { source, i: at } = sources.get(from ?? "") ?? {};
      if (!source?.freshness || !freshness || freshness.seconds >= source.freshness.seconds) continue;
      const late = source.freshness.seconds - freshness.seconds;
      yield {
        at: ["features", i, "freshness"],
        found: `\`${name}\` is promised within ${freshness.text}, and ${source.name} comes ${source.freshness.text} after the event.`,
        clears: `promise ${source.freshness.text} or more, or make ${source.name} arrive sooner`,
        working: {
          inputs: [
            { name: `age of ${source.name}`, value: source.freshness.text, at: ["data", "sources", at!, "freshness"] },
            { name: `age of ${name}`, value: freshness.text, at: ["features", i, "freshness"] },
          ],
          sum: `${durationText(source.freshness.seconds)} − ${durationText(freshness.seconds)}`,
          result: `${durationText(late)} too old`,
        },
        fix: [{ set: ["features", i, "freshness"], to: source.freshness.text }],
      };
    }
  },
});
