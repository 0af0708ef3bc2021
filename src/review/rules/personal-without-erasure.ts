import { edited, gone } from "../edited.ts";
import { personalSources } from "../personal-sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "personal-without-erasure",
  stage: "data",
  kind: "contract",
  severity: { prototype: "gap", production: "blocker" },
  why: "A person may ask to be forgotten, and where no path was planned the answer is months of work or a broken law.",
  source: "Regulation (EU) 2016/679 (GDPR), article 17 (2016)",
  asks: "A person asks to be forgotten. Name every place that still knows them the day after.",
  bad: (sound) => edited(sound, { "data.erasure": gone }),
  *check(view) {
    const [first, ...more] = personalSources(view.design);
    if (!first || view.decided("data.erasure")) return;
    yield {
      at: "data.erasure",
      lookedIn: ["data.erasure", "data.personal"],
      found: `\`${first.columns[0]}\` of \`${first.name}\`${more.length ? ` and columns of ${more.length} more sources` : ""} describe people, and nothing says how one is removed.`,
      clears: "write `data.erasure` with how soon, from where and how it is proved",
    };
  },
});
