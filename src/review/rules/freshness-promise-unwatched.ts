import { edited, gone } from "../edited.ts";
import { itemPaths } from "../item-paths.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "freshness-promise-unwatched",
  stage: "monitoring",
  kind: "contract",
  severity: { production: "flaw" },
  why: "A job that stops leaves old values behind that look like new ones, and the model goes on with them.",
  source: "Zinkevich, Rules of Machine Learning, rule 10 (2016)",
  asks: "The job behind this feature stopped an hour ago and nothing crashed. What tells you?",
  bad: (sound) => edited(sound, { "monitoring.freshness": gone }),
  *check(view) {
    const promised = (view.design.features ?? []).filter(
      ({ freshness, computed }) => freshness && computed !== "on-demand",
    );
    if (promised.length === 0 || view.decided("monitoring.freshness") || watchers(view).length > 0) return;
    const fastest = promised.reduce((a, b) => (b.freshness!.seconds < a.freshness!.seconds ? b : a));
    yield {
      at: "monitoring.freshness",
      lookedIn: ["monitoring.freshness", "monitoring.quality", "monitoring.alarms"],
      found: `${promised.length} features promise an age, \`${fastest.name}\` of ${fastest.freshness!.text}, and nothing watches how old they are.`,
      clears: "watch the age of features under `monitoring.freshness`, with the age at which it alarms",
    };
  },
});

function watchers(view: View): string[] {
  const { alarms, quality } = view.design.monitoring ?? {};
  // The age of a case in a queue is not that of a feature.
  return view.speaking(
    /(?<!\b(?:cases?|queue|tickets?)\b.*)\b(?:age|ages|fresh\w*|lag|stale\w*|late(?:ness)?|behind)\b(?!.*\b(?:cases?|queue|tickets?)\b)/i,
    ...itemPaths(alarms, ["monitoring", "alarms"], "when"),
    ...itemPaths(quality, ["monitoring", "quality"], "what"),
  );
}
