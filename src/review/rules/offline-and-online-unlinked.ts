import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "offline-and-online-unlinked",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "An offline gain that nothing ties to the online metric is released again and again, and moves nothing.",
  source:
    "Garcin et al., Offline and Online Evaluation of News Recommender Systems (2014), doi:10.1145/2645710.2645745",
  asks: "Your offline metric rose by two points. What happens to the business number, and where would it not follow?",
  bad: (sound) => edited(sound, { "metrics.link": gone }),
  *check(view) {
    const { offline, online } = view.design.metrics ?? {};
    if (!offline?.length || !online?.length) return;
    yield* absence(view, "metrics.link", {
      found: `Nothing says why ${offline[0]!.metric.text} should move ${online[0]!.metric}, or where it would not.`,
      clears: "write in `link:` why one should move the other, and what the offline metric cannot see",
    });
  },
});
