import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "feature-undefined",
  stage: "features",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "Where only a name is written, training and serving each invent a definition, and the two differ.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015)",
  asks: "Two people write the code for this feature, one for training and one for serving. What do both of them read?",
  bad: (sound) => edited(sound, { "features[device_cards].is": gone }),
  *check(view) {
    for (const { name, path } of view.graph.of("feature")) {
      if (view.decided([...path, "is"]) || view.decided([...path, "means"])) continue;
      yield {
        at: [...path, "is"],
        lookedIn: ["is", "means"].map((key) => `features[${path[1]}].${key}`),
        found: `\`${name}\` has a name and no definition.`,
        clears: "write `is:` with a definition that both sides run, or `means:` in words where it is code",
      };
    }
  },
});
