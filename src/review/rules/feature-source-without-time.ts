import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "feature-source-without-time",
  stage: "data",
  kind: "contract",
  severity: "flaw",
  why: "Without a time, a window cannot end at the moment of a past decision, so training rows hold what came later.",
  source: "Kleppmann, Designing Data-Intensive Applications (2017), chapter 11",
  asks: "You need this counter as it stood three months ago. Which column do you cut on?",
  bad: (sound) => edited(sound, { "data.sources[visits].time": gone }),
  *check(view) {
    for (const source of view.graph.of("source")) {
      const at = [...source.path, "time"];
      const windowed = view.graph.before(source, "feature").filter(({ path }) => view.decided([...path, "over"]));
      if (windowed.length === 0 || view.decided(at) || view.says([...source.path, "kind"]) === "table") continue;
      yield {
        at,
        lookedIn: [`data.sources[${source.path[2]}].time`],
        found: `\`${windowed[0]!.name}\` looks back over a window of \`${source.name}\`, whose rows have no time.`,
        clears: "write `time:` with the column that holds when it happened",
      };
    }
  },
});
