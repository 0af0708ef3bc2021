import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "step-fallback-undeclared",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "gap", production: "blocker" },
  why: "A step hands over to a fallback that does not exist, so the request fails just when it must not.",
  source: "Nygard, Release It! (2018), chapter 5",
  asks: "This step is late. What exactly answers in its place?",
  bad: (sound) => edited(sound, { "serving.fallback": gone }),
  *check(view) {
    const path = view.design.serving?.path ?? [];
    const i = path.findIndex(({ onFailure }) => onFailure === "fallback");
    if (i < 0 || view.design.serving?.fallback?.length || view.state("serving.fallback") === "later") return;
    const steps = path.filter(({ onFailure }) => onFailure === "fallback").map(({ step }) => `\`${step}\``);
    yield {
      at: ["serving", "path", i, "onFailure"],
      lookedIn: ["serving.fallback"],
      found: `When ${steps.join(" or ")} fails the fallback is to answer, and there is none.`,
      clears: "name under `serving.fallback` what answers, the last of them something that cannot fail",
    };
  },
});
