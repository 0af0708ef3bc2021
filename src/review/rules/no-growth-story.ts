import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-growth-story",
  stage: "serving",
  kind: "method",
  severity: { prototype: "hint", production: "gap" },
  why: "What is sized for the load of today is rebuilt in a hurry when the load is ten times that.",
  source: "Dean, Designs, Lessons and Advice from Building Large Distributed Systems (2009), LADIS keynote",
  asks: "The load is ten times as high next year. Which part breaks first?",
  bad: (sound) => edited(sound, { "serving.scaling": gone }),
  *check(view) {
    if (!hasModel(view) || !view.missing("serving.scaling") || view.missing("serving")) return;
    const growth = view.design.requirements?.scale?.growth;
    if (view.decided("requirements.scale.growth") && (view.life !== "production" || !growth)) return;
    yield {
      at: "serving.scaling",
      lookedIn: ["requirements.scale.growth", "serving.scaling"],
      found: growth
        ? `It grows ${growth.text}, and nothing says how capacity follows.`
        : "Neither growth nor the way in which capacity follows is written down.",
      clears: "write `scaling:` with the least and the most copies and what they follow, and `growth:` in the scale",
    };
  },
});
