import { nearest } from "../../kit/suggest.ts";
import { edited } from "../edited.ts";
import { readsFeatures } from "../graph/features.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "feature-reads-unknown-feature",
  stage: "features",
  kind: "contract",
  severity: "flaw",
  why: "A feature made of another one that is not defined is empty, in training and in serving alike.",
  source: "Breck et al., Data Validation for Machine Learning (2019), MLSys",
  asks: "This value is made of two others. Where is each of them computed?",
  bad: (sound) => edited(sound, { "features[merchant_rate].is": "ratio of merchant_disputes to merchant_orders" }),
  *check({ design: { features = [] } }) {
    const names = features.map(({ name }) => name);
    for (const [i, { name, is }] of features.entries())
      for (const read of readsFeatures(is)) {
        if (is?.kind === "cross" || names.includes(read)) continue;
        const meant = nearest(
          read,
          names.filter((one) => one !== name),
        );
        const at = ["features", i, "is"];
        yield {
          at,
          lookedIn: ["features"],
          found: `\`${name}\` reads \`${read}\`, and no feature has that name.`,
          clears: `define \`${read}\`${meant === undefined ? "" : `, or write \`${meant}\` if that was meant`}`,
          ...(meant !== undefined && { fix: [{ set: at, to: is!.text.replace(read, meant) }] }),
        };
      }
  },
});
