import type { Design } from "../../design/design.ts";
import { defineAdvice, type Fact, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { averageRate } from "../figures/load.ts";
import { count, daySeconds, share } from "../units.ts";

type Estimator = "dm" | "ips" | "snips" | "dr" | "switch";

/** A share estimated from 1,000 effective rows has a standard error of at most √(0.25 / 1000) = 1.6 points. */
export const leastEffectiveRows = 1000;
/** The log that is looked at: four weeks hold every weekday four times. */
const logSeconds = 28 * daySeconds;
/** Where one choice had a chance below that, its weight exceeds a thousand and one row can carry the estimate. */
const smallestChance = 0.001;

interface Chance {
  readonly share: number;
  readonly facts: readonly Fact[];
}

/** The share of decisions whose chance is known because chance made them. */
function chanceIn(design: Design): Chance | undefined {
  const { explore, rerank = [] } = design.model ?? {};
  if (explore?.share) return { share: explore.share.share, facts: facts(design, "model.explore.share") };
  const i = rerank.findIndex(({ kind }) => kind === "explore");
  const step = rerank[i];
  return step?.kind === "explore"
    ? { share: step.share.share, facts: facts(design, `model.rerank[${i}].share`) }
    : undefined;
}

interface Choice {
  readonly estimators: readonly [Estimator, ...Estimator[]];
  readonly why: string;
}

/** The smallest chance of a logged choice under uniform draws, and how many such rows four weeks hold. */
function choose(part: number, items: number | undefined, rows: number | undefined): Choice {
  const least = items ? part / items : undefined;
  if (rows !== undefined && rows < leastEffectiveRows)
    return {
      estimators: ["dm", "dr"],
      why: `only ${count(rows)} logged choices were made by chance: a model of the outcome must carry most of it`,
    };
  if (least !== undefined && least < smallestChance)
    return {
      estimators: ["switch", "dr", "snips"],
      why: `the rarest choice has a chance of ${least.toPrecision(2)}: weights above a thousand must be replaced by a model`,
    };
  if (rows !== undefined && rows > 100 * leastEffectiveRows)
    return {
      estimators: ["snips", "dr", "ips"],
      why: `${count(rows)} choices made by chance: weighting alone is precise, and the three should agree`,
    };
  return {
    estimators: ["snips", "dr"],
    why: "chances are known and moderate: normalised weights, and a model to lower their spread",
  };
}

function propose(design: Design): Proposal | NotYet {
  const chance = chanceIn(design);
  if (!chance || chance.share === 0)
    return needs(
      ["model.explore.share", "without chance in the log no other policy can be judged on it"],
      ["model.rerank", "for lists: a step `{kind: explore}` with its share"],
    );
  const average = averageRate(design);
  const items = design.requirements?.scale?.items?.count;
  const rows = average && average.value * logSeconds * chance.share;
  const { estimators, why } = choose(chance.share, items, rows);
  return {
    recommend: `Judge a new policy by ${estimators.join(" and ")}, and refuse below ${count(leastEffectiveRows)} effective rows`,
    reasons: [
      because(why, average?.facts ?? [], facts(design, "requirements.scale.items")),
      because(`${share(chance.share)} of decisions are made by chance, with known propensities`, chance.facts),
    ],
    alternatives: [
      unless(
        "a model of the outcome alone (dm)",
        "propensities were not logged; then it is an opinion, not an estimate",
      ),
      unless(
        "a live experiment at once",
        "the new policy chooses things that the old one never did: there is no overlap",
      ),
    ],
    consequence:
      "Where estimators disagree by more than their intervals, the log cannot decide and the experiment must.",
    edits: those(
      fill(design, "model.offPolicy", {
        estimators: [...estimators],
        gate: ">= 0%",
        minimumSample: leastEffectiveRows,
      }),
    ),
    confidence: rows === undefined ? "open" : "likely",
  };
}

export default defineAdvice({
  id: "off-policy",
  stage: "model",
  asks: "How is a new policy judged on logged decisions before anybody sees it?",
  propose,
});
