import { difference, measured } from "../arithmetic/measured.ts";
import { learnedLabels } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "labels-joined-too-early",
  stage: "monitoring",
  kind: "arithmetic",
  severity: "flaw",
  why: "Decisions that are joined to outcomes before the outcomes are there look as if nothing had happened.",
  source: "Chapelle, Modeling Delayed Feedback in Display Advertising (2014), doi:10.1145/2623330.2623634",
  asks: "When do you join outcomes to the decisions you logged, and how many outcomes have arrived by then?",
  bad: (sound) => edited(sound, { "monitoring.feedback.joinLabelsAfter": "1d" }),
  *check({ design }) {
    const join = measured(
      "joined after",
      design.monitoring?.feedback?.joinLabelsAfter,
      "monitoring.feedback.joinLabelsAfter",
    );
    const delays = learnedLabels(design).flatMap(({ label, index }) => {
      const delay = measured(`${label.name} within`, label.delay, ["data", "labels", index, "delay"]);
      return delay ? [delay] : [];
    });
    const soonest = delays.sort((a, b) => a.seconds - b.seconds)[0];
    if (!join || !soonest || join.seconds >= soonest.seconds) return;
    yield {
      at: join.at,
      found: `Outcomes are joined after ${join.text}, and 90% of them take up to ${soonest.text}.`,
      clears: `join after ${soonest.text}, or join again when late outcomes arrive`,
      working: difference(soonest, join),
      fix: [{ set: ["monitoring", "feedback", "joinLabelsAfter"], to: soonest.text }],
    };
  },
});
