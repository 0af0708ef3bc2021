import { edited } from "../edited.ts";
import { personalSources } from "../personal-sources.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";
import { namesIt, speaksOf } from "../words.ts";

export default defineRule({
  id: "erasure-misses-a-copy",
  stage: "data",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A person who is deleted in one place comes back from the copy in another with the next training.",
  source: "Cao and Yang, Towards Making Systems Forget with Machine Unlearning (2015), doi:10.1109/SP.2015.35",
  asks: "You have deleted the rows. Which set, written last month, brings the person back?",
  bad: (sound) =>
    edited(sound, { "data.erasure.reaches": ["features", "log"], "data.erasure.how": "rows are deleted" }),
  *check(view) {
    const { reaches = [], how } = view.design.data?.erasure ?? {};
    if (reaches.length === 0 || personalSources(view.design).length === 0) return;
    for (const { copy, words, exists } of copies(view)) {
      if (!exists || [...reaches, how].some((text) => speaksOf(text, words) || named(view, copy, text))) continue;
      yield {
        at: "data.erasure.reaches",
        lookedIn: ["data.erasure.reaches", "data.erasure.how"],
        found: `Erasure reaches ${reaches.join(", ")}, and says nothing of the ${copy}.`,
        clears: `add the ${copy} to \`reaches\`, or say in \`how\` why they hold nobody`,
        fix: [{ add: ["data", "erasure", "reaches"], item: copy }],
      };
    }
  },
});

/** Where people stand after the rows themselves. */
function copies(view: View) {
  return [
    { copy: "training sets", words: /train|model|snapshot|data ?sets?|test/i, exists: view.decided("model.train") },
    {
      copy: "log",
      words: /logs?\b|events?|records?|partitions?|snapshots?/i,
      exists: view.decided("monitoring.feedback.log"),
    },
  ];
}

/** The log may also be called by the name of a source. */
const named = (view: View, copy: string, text: string | undefined): boolean =>
  copy === "log" && personalSources(view.design).some(({ name }) => namesIt(text, name));
