import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "features-of-undeclared-source",
  stage: "data",
  kind: "contract",
  severity: "flaw",
  why: "A source that is only a name has no owner, no age and no checks, and what it promises cannot be held against it.",
  source:
    "Sambasivan et al., Everyone wants to do the model work, not the data work (2021), doi:10.1145/3411764.3445518",
  asks: "Your features read from this source. How old are its rows, who owns it, and what is checked on the way in?",
  bad: (sound) => edited(sound, { "data.sources": gone }),
  *check(view) {
    if (view.decided("data.sources")) return;
    const features = view.design.features ?? [];
    const first = features.findIndex(({ from }) => from !== undefined);
    if (first < 0) return;
    const read = [...features, ...(view.design.data?.labels ?? [])].flatMap(({ from }) => from ?? []);
    const names = [...new Set(read)];
    yield {
      at: ["features", first, "from"],
      lookedIn: ["data.sources"],
      found: `\`${features[first]!.name}\` reads \`${names[0]}\`, and no source is described${
        names.length > 1
          ? `, nor ${names
              .slice(1)
              .map((name) => `\`${name}\``)
              .join(", ")}`
          : ""
      }.`,
      clears: "describe each under `data.sources`: its time, freshness, checks and owner",
      fix: [{ set: ["data", "sources"], to: names.map((name) => ({ name })) }],
    };
  },
});
