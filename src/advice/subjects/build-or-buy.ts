import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type PlainValue, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { formulation, givesLists, rawInputs } from "../figures/shape.ts";
import { count, money } from "../units.ts";

interface Piece {
  readonly part: string;
  /** Why it may be what the business is better at than a vendor; absent where it is the same for everybody. */
  readonly own?: string;
  readonly otherwise: "buy" | "open source";
}

/**
 * Parts that one engineer keeps alive beside the model: on-call, upgrades and questions take about a quarter of a week
 * for each, and half of the week stays for the model. A planning figure: replace it by your own.
 */
const partsPerEngineer = 2;

/** Parts of a system like this one, the most own first. */
function piecesOf(design: Design): Piece[] {
  const task = formulation(design)?.task;
  return those<Piece>(
    { part: "decision logic and thresholds", own: "it says what an error costs here", otherwise: "open source" },
    task === "generation"
      ? false
      : { part: "model on own features", own: "nobody else has these labels", otherwise: "open source" },
    { part: "feature definitions", own: "they are knowledge of the domain", otherwise: "open source" },
    givesLists(design) && { part: "candidate index", otherwise: "open source" },
    rawInputs(design).length > 0 && { part: "embedding model", otherwise: "open source" },
    task === "generation" && { part: "language model", otherwise: "buy" },
    { part: "feature store", otherwise: "open source" },
    { part: "model serving", otherwise: "open source" },
    { part: "labelling tool", otherwise: "buy" },
    { part: "monitoring and alerts", otherwise: "buy" },
  );
}

function choices(design: Design, room: number): PlainValue[] {
  return piecesOf(design).map(({ part, own, otherwise }, i) =>
    own !== undefined && i < room
      ? { part, choice: "build", because: own }
      : {
          part,
          choice: room === 0 ? "buy" : otherwise,
          because: own ? "the team has no room to keep it alive" : "it is the same for everybody",
        },
  );
}

function propose(design: Design): Proposal | NotYet {
  const engineers = design.requirements?.constraints?.team?.engineers;
  if (engineers === undefined)
    return needs(["requirements.constraints.team.engineers", "what is built must be kept alive by somebody"]);
  const { budget } = design.requirements?.constraints ?? {};
  const room = engineers * partsPerEngineer;
  const pieces = piecesOf(design);
  const built = pieces.filter(({ own }, i) => own !== undefined && i < room).map(({ part }) => part);
  return {
    recommend:
      built.length > 0
        ? `Build ${built.join(", ")}; take the rest`
        : "Take all of it: nobody is there to keep what is built",
    reasons: those(
      because(
        `${count(engineers)} engineers keep about ${count(room)} parts alive`,
        facts(design, "requirements.constraints.team.engineers"),
      ),
      budget &&
        because(
          `${money(budget.usdPerMonth)} a month is what bought parts may cost`,
          facts(design, "requirements.constraints.budget"),
        ),
      because("on-call is part of the price of building", facts(design, "requirements.constraints.team.onCall")),
    ).filter(({ facts: found }) => found.length > 0),
    alternatives: [
      unless("buy the model as well", "the task is the same for everybody and its error is not yours to explain"),
      unless("build the feature store", "freshness or volume is beyond what can be had"),
      unless("build what is bought", "its bill passes the cost of the engineers who would replace it"),
    ],
    consequence:
      "What is bought needs a way out: data in an open format, and a contract test that another vendor could pass.",
    edits: those(fill(design, "organisation.buildOrBuy", choices(design, room))),
    confidence: "likely",
  };
}

export default defineAdvice({
  id: "build-or-buy",
  stage: "organisation",
  asks: "Which parts are worth building, and which are the same for everybody?",
  propose,
});
