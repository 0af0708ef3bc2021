import type { Design } from "../../design/design.ts";
import type { PlainValue } from "../../design/edit.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

const picture: PlainValue = {
  components: [
    { name: "Trainer", kind: "trainer", plane: "training" },
    { name: "Scorer", kind: "model", plane: "online" },
    { name: "Watch", kind: "monitor", plane: "monitoring" },
  ],
  flows: [
    { from: "Trainer", to: "Scorer", carries: "a model" },
    { from: "Scorer", to: "Watch", carries: "scores" },
  ],
};

export default defineRule({
  id: "picture-without-feedback",
  stage: "monitoring",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "Without a way from what happened back to training, the model never learns from its own decisions.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015)",
  asks: "Follow one decision through your picture. By which arrow does its outcome reach the next training?",
  bad: (sound) => edited(sound, { architecture: picture }),
  *check({ design }) {
    const { components = [], flows = [] } = design.architecture ?? {};
    const trainers = components.filter(({ kind }) => kind === "trainer").map(({ name }) => name);
    const served = components
      .filter(({ plane }) => plane === "online" || plane === "monitoring")
      .map(({ name }) => name);
    if (flows.length === 0 || trainers.length === 0 || served.length === 0) return;
    if (flows.some(({ kind }) => kind === "feedback") || served.some((name) => leadsTo(name, trainers, flows))) return;
    yield {
      at: "architecture.flows",
      lookedIn: flows.map((_, i) => `architecture.flows[${i}]`),
      found: `None of ${flows.length} flows leads from \`${served.join("`, `")}\` back to \`${trainers.join("`, `")}\`.`,
      clears: "draw the flow of outcomes back to training, as `kind: feedback`",
    };
  },
});

type Flows = NonNullable<NonNullable<Design["architecture"]>["flows"]>;

/** Whether a chain of flows leads from one component to one of others. */
function leadsTo(name: string, goals: readonly string[], flows: Flows): boolean {
  const seen = new Set([name]);
  for (const one of seen) for (const { from, to } of flows) if (from === one) seen.add(to);
  return goals.some((goal) => seen.has(goal));
}
