import type { Design } from "../../design/design.ts";
import { edited } from "../edited.ts";
import { defineRule, type Where } from "../rule.ts";

export default defineRule({
  id: "training-beyond-retention",
  stage: "model",
  kind: "contract",
  severity: "flaw",
  why: "Training asks for rows that were deleted by then, so it learns from less than is planned, or deletion does not happen.",
  source: "Regulation (EU) 2016/679 (GDPR), article 5(1)(e) (2016)",
  asks: "The training set reaches back this far. What else does the document say about how long rows are kept?",
  bad: (sound) => edited(sound, { "model.train.on": "3y" }),
  *check({ design }) {
    const on = design.model?.train?.on;
    const kept = on && keptFor(design).find(({ seconds }) => seconds < on.seconds);
    if (!kept) return;
    yield {
      at: "model.train.on",
      found: `Training reads ${on.text}, and ${kept.name} is kept for ${kept.text}.`,
      clears: `train on ${kept.text} or less, or keep the rows for ${on.text} and say on which basis`,
      working: {
        inputs: [
          { name: "history of training", value: on.text, at: "model.train.on" },
          { name: `${kept.name} kept for`, value: kept.text, at: kept.at },
        ],
        sum: `${on.text} > ${kept.text}`,
        result: "the oldest rows are gone",
      },
      fix: [{ set: ["model", "train", "on"], to: kept.text }],
    };
  },
});

interface Kept {
  readonly name: string;
  readonly text: string;
  readonly seconds: number;
  readonly at: Where;
}

/** How long training data is kept, or where that is not said, the events behind the labels. */
function keptFor({ data }: Design): Kept[] {
  if (data?.retention) return [{ name: "training data", ...data.retention, at: "data.retention" }];
  const labelled = new Set((data?.labels ?? []).map(({ from }) => from));
  return (data?.sources ?? []).flatMap(({ name, retention }, i) =>
    retention && labelled.has(name) ? [{ name, ...retention, at: ["data", "sources", i, "retention"] }] : [],
  );
}
