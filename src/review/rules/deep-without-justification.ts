import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { deepComponent } from "../subject.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "deep-without-justification",
  stage: "model",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "flaw" },
  why: "A deep network costs more to train, serve and explain, and on many tasks a tuned simple model is as good.",
  source: "Dacrema, Cremonesi and Jannach, Are We Really Making Much Progress? (2019), doi:10.1145/3298689.3347058",
  asks: "What did the simpler model fail at, in numbers, before you reached for a network?",
  base: "ads-click-prediction",
  bad: (sound) =>
    edited(sound, {
      "metrics.offline[logLoss].by": gone,
      "metrics.offline[logLoss].beats": gone,
      "model.climbWhen": gone,
      "model.decisions": gone,
    }),
  *check(view) {
    const { design } = view;
    const component = design.model?.rank?.kind === "llm" ? undefined : deepComponent(design);
    if (!component || design.model?.formulation === "generation" || isJustified(view)) return;
    yield {
      at: component.at,
      lookedIn: ["metrics.offline", "model.climbWhen", "model.decisions"],
      found: `The model is deep (\`${component.kind}\`), no metric must beat a baseline, and nothing says why simpler ones fell short.`,
      clears: "write `beats:` and `by:` at an offline metric, and in `climbWhen:` what the simpler model missed",
    };
  },
});

/** A baseline must be beaten, or somebody wrote what it was chosen over and why. */
function isJustified(view: View): boolean {
  const { metrics, model } = view.design;
  const beaten = (metrics?.offline ?? []).some((_, i) => view.decided(["metrics", "offline", i, "beats"]));
  return (
    beaten || view.decided("model.climbWhen") || Boolean(model?.decisions?.some(({ over, because }) => over && because))
  );
}
