import type { Design } from "../../design/design.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { namesIt } from "../words.ts";

export default defineRule({
  id: "beats-undeclared-baseline",
  stage: "metrics",
  kind: "contract",
  severity: "gap",
  why: "A baseline that nobody describes is built weakly or not at all, and beating it says nothing.",
  source:
    "Ferrari Dacrema, Cremonesi and Jannach, Are We Really Making Much Progress? (2019), doi:10.1145/3298689.3347058",
  asks: "You beat this baseline. Who tuned it, and on what?",
  bad: (sound) => edited(sound, { "metrics.offline[averagePrecision].beats": "naive-bayes" }),
  *check({ design }) {
    const { baseline } = design.model ?? {};
    if (!baseline) return;
    for (const [i, { metric, beats }] of (design.metrics?.offline ?? []).entries()) {
      if (beats === undefined || live.test(beats) || known(design).some((text) => namesIt(text, beats))) continue;
      const at = ["metrics", "offline", i, "beats"];
      yield {
        at,
        lookedIn: ["model.baseline", "model.retrieve", "model.parts"],
        found: `\`${metric.text}\` must beat \`${beats}\`, and the baseline of the model is \`${baseline.kind}\`.`,
        clears: `beat \`${baseline.kind}\`, or describe \`${beats}\` under \`model.baseline\``,
        fix: [{ set: at, to: baseline.kind }],
      };
    }
  },
});

/** What decides now needs no description of its own. */
const live = /today|current|live|previous|existing|production/i;

function known({ model }: Design): (string | undefined)[] {
  const { baseline, retrieve = [], parts = [] } = model ?? {};
  return [
    baseline?.kind,
    baseline?.about,
    ...retrieve.map(({ kind }) => kind),
    ...parts.flatMap(({ name, kind }) => [name, kind]),
  ];
}
