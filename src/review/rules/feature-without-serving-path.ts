import type { Design } from "../../design/design.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { speaksOf } from "../words.ts";

type Step = NonNullable<NonNullable<Design["serving"]>["path"]>[number];

export default defineRule({
  id: "feature-without-serving-path",
  stage: "serving",
  kind: "contract",
  severity: "flaw",
  why: "What the model was trained on is not there when it is asked, or it is fetched by a step that nobody gave time.",
  source: "Zinkevich, Rules of Machine Learning, rule 32 (2016)",
  asks: "A request arrives with an id. At which step does the model get the history behind that id?",
  bad: (sound) => edited(sound, { "serving.path[features]": gone }),
  *check({ design }) {
    const path = design.serving?.path ?? [];
    if (path.length === 0 || design.serving?.mode !== "online" || path.some(fetches)) return;
    const kept = (design.features ?? []).filter(({ computed }) => computed === "offline" || computed === "online");
    if (kept.length === 0) return;
    yield {
      at: "serving.path",
      lookedIn: path.map((_, i) => `serving.path[${i}]`),
      found: `No step of ${path.length} fetches features, and ${kept.length} are computed beforehand, \`${kept[0]!.name}\` first.`,
      clears: "add a step that reads them, with its budget, or compute them from the request alone",
    };
  },
});

const reading =
  /feature|store|profile|counts?\b|counters?|history|vector|look(?:s|ed)?[ -]?up|reads?\b|fetch|memory|embed/i;

const fetches = ({ step, uses, does }: Step) => [step, uses, does].some((text) => speaksOf(text, reading));
