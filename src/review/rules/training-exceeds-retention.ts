import { difference, measured } from "../arithmetic/measured.ts";
import { learnedLabels } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "training-exceeds-retention",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "History that was deleted cannot be trained on, so the model sees less than its design says.",
  source: "Polyzotis et al., Data Lifecycle Challenges in Production ML (2018), doi:10.1145/3299887.3299891",
  asks: "You train on three years. How long are the rows kept?",
  bad: (sound) => edited(sound, { "model.train.on": "5y" }),
  *check({ design }) {
    const on = measured("trained on", design.model?.train?.on, "model.train.on");
    if (!on) return;
    const sources = (design.data?.sources ?? []).map((source, i) => ({ source, i }));
    const from = new Set(learnedLabels(design).map(({ label }) => label.from));
    const kept = [
      measured("training data kept for", design.data?.retention, "data.retention"),
      ...sources
        .filter(({ source }) => from.has(source.name))
        .map(({ source, i }) =>
          measured(`${source.name} kept for`, source.retention, ["data", "sources", i, "retention"]),
        ),
    ].filter((one) => one !== undefined);
    const shortest = kept.sort((a, b) => a.seconds - b.seconds)[0];
    if (!shortest || on.seconds <= shortest.seconds * 1.01) return;
    yield {
      at: on.at,
      found: `Training looks back ${on.text}, and ${shortest.name} ${shortest.text}.`,
      clears: `keep the rows for ${on.text}, or train on ${shortest.text} at most`,
      working: difference(on, shortest),
      fix: [{ set: ["model", "train", "on"], to: shortest.text }],
    };
  },
});
