import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { biasKinds, listSystems } from "../subject.ts";
import { speaksOf } from "../words.ts";

export default defineRule({
  id: "position-bias-ignored",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "What stands on top is clicked because it stands there, so the next model learns the order of the last one.",
  source:
    "Joachims, Swaminathan and Schnabel, Unbiased Learning-to-Rank with Biased Feedback (2017), doi:10.1145/3018661.3018699",
  asks: "The first place gets most of the clicks. How much of that is the place?",
  systems: listSystems,
  base: "ads-click-prediction",
  bad: (sound) => edited(sound, { "data.labels[0].bias": [{ kind: "exposure", handled: "4% of places by chance" }] }),
  *check(view) {
    const kinds = biasKinds(view.design).filter(({ kind }) => /position|place|rank|presentation/i.test(kind));
    if (kinds.some(({ handled }) => handled) || (kinds.length > 0 && view.life !== "production")) return;
    const i = (view.design.data?.labels ?? []).findIndex(({ strategy }) =>
      speaksOf(strategy, /implicit|click|behaviou?r/i),
    );
    if (i < 0 || view.decided("data.biases")) return;
    yield {
      at: ["data", "labels", i, "bias"],
      lookedIn: ["data.labels", "data.biases"],
      found: `\`${view.design.data!.labels![i]!.name}\` is read from a list, and ${kinds.length > 0 ? "position bias is named and not handled" : "the place in it is not accounted for"}.`,
      clears:
        "add `{kind: position, handled: ...}`: weights from swapped places, or the place as an input that is fixed when serving",
    };
  },
});
