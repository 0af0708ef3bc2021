import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

const sequential =
  /sequential|alpha.spending|spends? (?:the )?error|o.?brien|pocock|always.valid|anytime|msprt|group.sequential|bonferroni/i;

export default defineRule({
  id: "peeking",
  stage: "monitoring",
  kind: "method",
  severity: "flaw",
  why: "Each look at a running experiment is another chance to be fooled: five looks at 5% are wrong 14% of the time.",
  source: "Armitage, McPherson and Rowe, Repeated Significance Tests on Accumulating Data (1969), doi:10.2307/2343787",
  asks: "You look every day and stop when it is significant. How often are you wrong when nothing has changed?",
  bad: (sound) => edited(sound, { "monitoring.experiment.looks": 5 }),
  *check(view) {
    const looks = view.design.monitoring?.experiment?.looks ?? 1;
    if (looks < 2 || view.speaking(sequential, "monitoring.experiment").length > 0) return;
    yield {
      at: "monitoring.experiment.looks",
      lookedIn: ["monitoring.experiment"],
      found: `Results are looked at ${looks} times, and no sequential test pays for it.`,
      clears: "look once, at the end, or name the sequential bounds in `checks:`",
      fix: [{ set: ["monitoring", "experiment", "looks"], to: 1 }],
    };
  },
});
