import type { Design } from "../../design/design.ts";
import type { Proposal } from "../advice.ts";
import { because, facts, fill, those, unless } from "../facts.ts";
import { latencyTarget } from "../figures/load.ts";
import { recommendedLevel } from "../subjects/model-level.ts";
import { duration } from "../units.ts";
import { affordableCandidates, stepsOf } from "./budgets.ts";

const scorer = (design: Design) => ({
  kind: (recommendedLevel(design)?.level ?? 2) >= 3 ? "gbdt" : "ftrl",
  objective: "binary",
});

/** Targeting narrows the ads, a calibrated click rate prices them, an auction decides. */
export function adsArchitecture(design: Design): Proposal {
  const target = latencyTarget(design);
  const ads = target ? affordableCandidates(target.value) : undefined;
  return {
    recommend: `Targeting${ads ? ` to at most ${ads} ads` : ""}, then click rate, then auction`,
    reasons: those(
      because(
        "who pays decides what may be shown, and the click rate decides what it is worth",
        facts(design, "system"),
      ),
      target && because(`the page waits ${duration(target.value)}`, target.facts),
    ),
    alternatives: [
      unless("a light first ranker", "targeting leaves more ads than can be scored in time"),
      unless(
        "conversion rate instead of click rate",
        "advertisers pay for sales, and sales are reported back within days",
      ),
    ],
    consequence: "The auction multiplies by the score, so calibration matters as much as order.",
    edits: those(
      fill(design, "model.retrieve", [{ kind: "targeting", ...(ads && { take: ads }) }]),
      fill(design, "model.rank", scorer(design)),
      fill(design, "model.auction", {
        kind: "generalised second-price",
        ranksBy: "bid × pCTR",
        pacing: "even over the day",
      }),
      fill(design, "model.calibration", "isotonic on the newest held-out day, checked by expected calibration error"),
      fill(design, "serving.path", stepsOf(design, { target: 2, features: 3, score: 4, auction: 1 })),
    ),
    confidence: ads ? "likely" : "open",
  };
}

/** A value for the impression, shaded to the price that wins, held to the budget. */
export function biddingArchitecture(design: Design): Proposal {
  const target = latencyTarget(design);
  return {
    recommend: "Filter, then value of the impression, then bid shading, then pacing",
    reasons: those(
      because("an exchange asks for one price and waits for nobody", facts(design, "system")),
      target && because(`the answer is due in ${duration(target.value)}`, target.facts),
    ),
    alternatives: [
      unless("bid the value itself", "the auction is second-price"),
      unless("no pacing", "budgets outlast the day at every price"),
    ],
    consequence:
      "Lost auctions teach little: log every bid and its price notice, and keep a share of bids above the shaded one.",
    edits: those(
      fill(design, "model.rank", scorer(design)),
      fill(design, "model.auction", { kind: "first-price", pacing: "even over the day" }),
      fill(design, "model.decide", {
        score: "expected value of the impression",
        actions: [
          { when: "value above the reserve and budget left", do: "bid the shaded value" },
          { when: "otherwise", do: "no bid" },
        ],
      }),
      fill(design, "serving.path", stepsOf(design, { filter: 1, features: 3, score: 4, bid: 2 })),
    ),
    confidence: target ? "likely" : "open",
  };
}

/** A demand model says what a price sells, an optimiser picks one, bounds keep it sane. */
export function pricingArchitecture(design: Design): Proposal {
  return {
    recommend: "Demand model, then optimiser, then bounds, with prices varied on purpose within them",
    reasons: those(
      because("a price is a decision with an effect, and the effect must be learned", facts(design, "system")),
      because("a wrong price has a cost", facts(design, "requirements.costOfErrors")),
    ).filter(({ facts: found }) => found.length > 0),
    alternatives: [
      unless("rules on stock and competitors", "prices have hardly ever varied, so that elasticity cannot be learned"),
      unless("a bandit over a few price points", "products are few and sell many times a day"),
    ],
    consequence:
      "Without deliberate variation the model learns that high demand goes with high prices, and gets worse each round.",
    edits: those(
      fill(design, "model.rank", { kind: "gbdt", objective: "regression" }),
      fill(design, "model.decide", {
        score: "expected demand at each price",
        actions: [
          { when: "the best price lies within 10% of yesterday's and above cost", do: "set it" },
          { when: "otherwise", do: "set the nearest price within the bounds" },
        ],
      }),
      fill(
        design,
        "serving.guard",
        "price above cost, within 10% of yesterday's price, the same for the same customer on the same day",
      ),
    ),
    confidence: "likely",
  };
}
