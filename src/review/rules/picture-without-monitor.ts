import type { PlainValue } from "../../design/edit.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

const picture: PlainValue = {
  components: [
    { name: "Payments", kind: "source", plane: "source" },
    { name: "Trainer", kind: "trainer", plane: "training" },
    { name: "Scorer", kind: "model", plane: "online" },
  ],
};

export default defineRule({
  id: "picture-without-monitor",
  stage: "monitoring",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A picture that ends at the answer is built that way: what watches the model is added after the first bad week.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015)",
  asks: "Point at the box that would notice when the model has become worse.",
  bad: (sound) => edited(sound, { architecture: picture }),
  *check({ design }) {
    const components = design.architecture?.components ?? [];
    const models = components.filter(({ kind }) => kind === "model" || kind === "service" || kind === "trainer");
    if (models.length === 0 || components.some(({ kind, plane }) => kind === "monitor" || plane === "monitoring"))
      return;
    yield {
      at: "architecture.components",
      lookedIn: components.map((_, i) => `architecture.components[${i}]`),
      found: `The picture has ${components.length} components, \`${models[0]!.name}\` among them, and none of them monitors.`,
      clears: "add what watches the model, on the plane `monitoring`, with a flow to it",
    };
  },
});
