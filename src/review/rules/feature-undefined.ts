import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "feature-undefined",
  stage: "features",
  kind: "contract",
  severity: { prototype: "hint", production: "flaw" },
  why: "Where only a name is written, training and serving each invent a definition, and the two differ.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015)",
  asks: "Two people write the code for this feature, one for training and one for serving. What do both of them read?",
  bad: (sound) => edited(sound, { "features[device_cards].is": gone }),
  *check(view) {
    const bare = view.graph
      .of("feature")
      .filter(({ path }) => ["is", "means"].every((key) => view.missing([...path, key])));
    const [first, ...more] = bare;
    if (!first) return;
    yield {
      at: [...first.path, "is"],
      lookedIn: bare.flatMap(({ path }) => ["is", "means"].map((key) => `features[${path[1]}].${key}`)),
      found: `\`${first.name}\`${more.length ? ` and ${more.length} more features have names and no definitions` : " has a name and no definition"}.`,
      clears: "write `is:` with a definition that both sides run, or `means:` in words where it is code",
    };
  },
});
