import type { Design } from "../../design/design.ts";
import { difference, measured, type Measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { namesIt } from "../words.ts";

export default defineRule({
  id: "cache-outlives-freshness",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "A value that is kept longer than it may be old is served too old, however fast it was computed.",
  source: "Kleppmann, Designing Data-Intensive Applications (2017), chapter 11",
  asks: "Your counters are five seconds old at most, and a cache in front of them keeps them ten minutes. How old are they?",
  bad: (sound) => edited(sound, { "serving.cache": { what: "card features", for: "10m", hits: "60%" } }),
  *check(view) {
    const { what, for: kept, invalidatedBy } = view.design.serving?.cache ?? {};
    const time = measured("kept for", kept, "serving.cache.for");
    if (!what || !time || (invalidatedBy && view.says("serving.cache.invalidatedBy"))) return;
    const strictest = promises(view.design, what).sort((a, b) => a.seconds - b.seconds)[0];
    if (!strictest || strictest.seconds >= time.seconds) return;
    yield {
      at: time.at,
      found: `The cache keeps ${what} for ${time.text}, and \`${strictest.name}\` may be ${strictest.text} old.`,
      clears: `keep them for ${strictest.text} at most, or name in \`invalidatedBy:\` the event that throws an entry away`,
      working: difference(time, strictest),
      fix: [{ set: ["serving", "cache", "for"], to: strictest.text }],
    };
  },
});

/** Ages that are promised of the features that the cache holds, by their entity, group or name. */
function promises({ features }: Design, what: string): Measured[] {
  const all = (features ?? []).flatMap((feature, i) => {
    const age = measured(feature.name, feature.freshness, ["features", i, "freshness"]);
    return age ? [{ age, words: [feature.name, feature.group ?? "", ...(feature.entity ?? [])] }] : [];
  });
  const named = all.filter(({ words }) => words.some((word) => namesIt(what, word)));
  if (named.length > 0) return named.map(({ age }) => age);
  return /\bfeatures?\b/i.test(what) ? all.map(({ age }) => age) : [];
}
