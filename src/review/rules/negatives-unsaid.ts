import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { listSystems, trainsItself } from "../subject.ts";
import { speaksOf } from "../words.ts";

const observed = /implicit|behaviou?r|click|impression/i;

export default defineRule({
  id: "negatives-unsaid",
  stage: "data",
  kind: "method",
  severity: { production: "gap" },
  why: "What was not seen is not a refusal, and a model that takes it for one learns to hide what nobody was shown.",
  source:
    "Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets (2008), doi:10.1109/ICDM.2008.22",
  asks: "Somebody did not click it. How do you know that they saw it?",
  systems: listSystems,
  base: "recommendation",
  bad: (sound) => edited(sound, { "data.labels[0].negatives": gone, "data.labels[1].negatives": gone }),
  *check(view) {
    const labels = view.design.data?.labels ?? [];
    if (!trainsItself(view.design) || labels.some((_, i) => view.decided(["data", "labels", i, "negatives"]))) return;
    const i = labels.findIndex(({ positive, strategy }) => positive && speaksOf(strategy, observed));
    if (i < 0) return;
    yield {
      at: ["data", "labels", i, "negatives"],
      lookedIn: ["data.labels"],
      found: `\`${labels[i]!.name}\` is read from what people do, and nothing says what counts as negative.`,
      clears: "write in `negatives:` where they come from, such as shown, seen and not chosen",
    };
  },
});
