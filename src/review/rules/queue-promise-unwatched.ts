import { edited, gone } from "../edited.ts";
import { itemPaths } from "../item-paths.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

const watchLists = ["monitoring.alarms", "monitoring.quality", "monitoring.latency", "monitoring.freshness"];

export default defineRule({
  id: "queue-promise-unwatched",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "hint", production: "flaw" },
  why: "A queue grows by a little each hour and is days long before somebody who waits complains.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 6",
  asks: "Every case is to be seen within this time. What tells you that the oldest one has waited longer?",
  bad: (sound) => edited(sound, { "monitoring.alarms[2]": gone }),
  *check(view) {
    const { answerWithin } = view.design.serving?.review ?? {};
    if (!answerWithin || putOff(view, watchLists) || watchers(view).length > 0) return;
    yield {
      at: "serving.review.answerWithin",
      lookedIn: watchLists,
      found: `Cases are to be seen within ${answerWithin.text}, and no alarm and no monitor looks at the queue.`,
      clears: `write an alarm on the oldest case, such as \`oldest case > ${answerWithin.text}\``,
    };
  },
});

const aboutQueue =
  /\b(?:queues?|backlog|cases?|oldest|waiting|waits?|inflow|reviews?|reviewers?|appeals?|unanswered)\b/i;

function watchers(view: View): string[] {
  const { alarms, quality, latency, freshness } = view.design.monitoring ?? {};
  return view.speaking(
    aboutQueue,
    ...itemPaths(alarms, ["monitoring", "alarms"], "when"),
    ...itemPaths(quality, ["monitoring", "quality"], "what"),
    ...itemPaths(latency, ["monitoring", "latency"], "what"),
    ...itemPaths(freshness, ["monitoring", "freshness"], "what"),
    "monitoring.labels",
  );
}
