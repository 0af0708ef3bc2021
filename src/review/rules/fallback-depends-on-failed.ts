import type { Design } from "../../design/design.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { namesIt, speaksOf } from "../words.ts";

type Serving = NonNullable<Design["serving"]>;
type Step = NonNullable<Serving["path"]>[number];
type Fallback = NonNullable<Serving["fallback"]>[number];

export default defineRule({
  id: "fallback-depends-on-failed",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "flaw", production: "blocker" },
  why: "What is to answer in an outage needs the very part that is out.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 22",
  asks: "The store behind this step is away. Walk through what the fallback reads before it answers.",
  bad: (sound) => edited(sound, { "serving.fallback": "previous-model" }),
  *check({ design }) {
    const { path = [], fallback = [] } = design.serving ?? {};
    if (fallback.length === 0) return;
    for (const [i, step] of path.entries()) {
      if (step.onFailure !== "fallback" || !fallback.every((one) => dependsOn(one, step, design))) continue;
      yield {
        at: ["serving", "path", i, "onFailure"],
        lookedIn: ["serving.fallback"],
        found: `When \`${step.step}\` fails, ${fallback.map(nameOf).join(" and ")} must answer, and needs it too.`,
        clears: "end the fallbacks with something that needs neither the store nor a model, such as a default value",
        fix: [{ set: ["serving", "fallback"], to: [...fallback, "default-value"] }],
      };
    }
  },
});

const nameOf = (one: Fallback): string => (typeof one === "string" ? `\`${one}\`` : `\`${one.other}\``);

/** Baselines that are models over the same features. */
const learned: ReadonlySet<string> = new Set(["logistic", "linear", "naive-bayes", "gbdt"]);

function dependsOn(one: Fallback, step: Step, { model }: Design): boolean {
  if (typeof one === "object")
    return [step.step, step.uses].some((name) => name !== undefined && namesIt(one.other, name));
  if (speaksOf(step.step, /feature/i) || speaksOf(step.uses, /feature store/i))
    return one === "previous-model" || (one === "baseline" && learned.has(model?.baseline?.kind ?? ""));
  return one === "bm25" && speaksOf(step.step, /retriev|search|index/i);
}
