import type { Design } from "../../design/design.ts";
import { edited } from "../edited.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "fallback-undeclared",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A fallback that nobody builds is found missing in the first outage.",
  source: "Nygard, Release It! (2018), chapter 5",
  asks: "Your second line of answers comes from this. Where in the design is it made and kept?",
  bad: (sound) => edited(sound, { "serving.fallback": ["bm25", "rules"] }),
  *check(view) {
    for (const [i, one] of (view.design.serving?.fallback ?? []).entries()) {
      const need = typeof one === "string" ? needs[one] : undefined;
      if (!need || need.there(view) || putOff(view, need.lookedIn) || saysNothing(view, need)) continue;
      yield {
        at: ["serving", "fallback", i],
        lookedIn: need.lookedIn,
        found: `The fallback is \`${one as string}\`, and the design has no ${need.what}.`,
        clears: `describe the ${need.what} under \`${need.lookedIn[0]}\`, or fall back on what is there`,
      };
    }
  },
});

interface Need {
  readonly what: string;
  readonly lookedIn: readonly string[];
  readonly there: (view: View) => boolean;
}

/** A document that says nothing of its model yet cannot lack a part of it. */
const saysNothing = (view: View, { lookedIn }: Need): boolean =>
  lookedIn.length > 1 && lookedIn.every((at) => at.startsWith("model.") && view.state(at) === "missing");

const modelsOf = ({ model }: Design) => (model?.rank ? 1 : 0) + (model?.parts?.length ?? 0);

const keeps =
  (...at: string[]): Need["there"] =>
  (view) =>
    at.some((path) => view.decided(path));

/** What a fallback is made of, where it is made of something. */
const needs: Readonly<Partial<Record<string, Need>>> = {
  "cached-answer": {
    what: "cache or store of answers",
    lookedIn: ["serving.cache", "serving.precompute", "serving.batch"],
    there: keeps("serving.cache", "serving.precompute", "serving.batch"),
  },
  baseline: { what: "baseline", lookedIn: ["model.baseline"], there: keeps("model.baseline") },
  "human-review": { what: "review by people", lookedIn: ["serving.review"], there: keeps("serving.review") },
  "smaller-model": {
    what: "second model",
    lookedIn: ["model.parts", "model.rank"],
    there: ({ design }) => modelsOf(design) > 1,
  },
  bm25: {
    what: "word search",
    lookedIn: ["model.retrieve", "model.baseline"],
    there: ({ design: { model } }) =>
      model?.baseline?.kind === "bm25" ||
      (model?.retrieve ?? []).some(({ kind }) => kind === "bm25" || kind === "hybrid"),
  },
  "remaining-sensors": {
    what: "second sensor",
    lookedIn: ["data.sources"],
    there: ({ design }) => (design.data?.sources ?? []).filter(({ kind }) => kind === "stream").length > 1,
  },
};
