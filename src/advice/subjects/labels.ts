import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import { defineAdvice, type NotYet, type Proposal, type Reason } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { pace } from "../figures/stakes.ts";
import { count, daySeconds, duration, money, stepUp } from "../units.ts";

/** How outcomes usually come about, and what the negatives usually are. */
const usual: Partial<Record<System, string>> = {
  recommendation: "implicit feedback: what people take of what they were shown",
  feed: "implicit feedback: dwell, reply and hide, not clicks alone",
  search: "implicit feedback corrected for position, with graded judgements for a test set",
  fraud: "chargebacks and review decisions, with a random sample let through",
  moderation: "human review, two people per unclear case, with appeals as corrections",
  spam: "reports by recipients and human review of a random sample",
  ads: "implicit feedback: clicks, and conversions within their window",
  bidding: "clicks and conversions of won impressions, with price notices of lost ones",
  rag: "human judgement of question, passage and answer, on a fixed test set",
  pricing: "sales at the prices that were set, varied on purpose",
  perception: "human annotation, chosen by disagreement of sensors and models",
};
const windows = [1, 2, 3, 7, 14, 30, 60, 90, 120, 180].map((days) => days * daySeconds);
/** Half of the pace of change: a window that long already holds two states of the world. */
const longest = 0.5;
/** Positive outcomes that a first model wants: ten for each of twenty inputs (Peduzzi and others 1996). */
const firstPositives = 200;

/** The window that holds 90% of outcomes: the delay, up to the next usual one. */
export const windowFor = (delaySeconds: number): number => stepUp(delaySeconds, windows);

/** What labels for a first model cost when cases are drawn by chance. */
export function firstLabelsCost(
  design: Design,
  i: number,
): { readonly labels: number; readonly usd: number } | undefined {
  const { balance, cost } = design.data?.labels?.[i] ?? {};
  if (!balance?.share || !cost) return undefined;
  const labels = firstPositives / balance.share;
  return { labels, usd: labels * cost.usdPerUnit };
}

function costReason(design: Design, i: number): Reason | undefined {
  const first = firstLabelsCost(design, i);
  return (
    first &&
    because(
      `${firstPositives} positives drawn by chance take ${count(first.labels)} labels for ${money(first.usd)}`,
      facts(design, `data.labels[${i}].balance`, `data.labels[${i}].cost`),
    )
  );
}

function delayReason(design: Design, i: number): Reason | undefined {
  const { delay, window } = design.data?.labels?.[i] ?? {};
  if (!delay) return undefined;
  const short = window && window.seconds < delay.seconds;
  const found = facts(design, `data.labels[${i}].delay`, `data.labels[${i}].window`);
  if (short) return because(`a window of ${window.text} calls outcomes that take up to ${delay.text} negative`, found);
  return because(`nine of ten outcomes are known after ${delay.text}`, found);
}

function propose(design: Design): Proposal | NotYet {
  const labels = design.data?.labels ?? [];
  const i = 0;
  const first = labels[i];
  const strategy = first?.strategy ?? (design.system && usual[design.system]);
  if (!strategy)
    return needs(
      ["system", "where outcomes come from depends on the kind of system"],
      ["data.labels[0].strategy", "how outcomes come about"],
    );
  if (!first?.delay && !first?.window)
    return needs(["data.labels[0].delay", "the time until an outcome is known decides the window"]);
  const delay = first.delay?.seconds ?? first.window!.seconds;
  const window = Math.max(first.window?.seconds ?? 0, first.delay ? windowFor(delay) : 0);
  const changes = pace(design);
  const late = changes !== undefined && window > changes.value * longest;
  return {
    recommend: `Labels from ${strategy}; wait ${duration(window)} before a row counts${late ? ", and correct for outcomes that are still to come" : ""}`,
    reasons: those(
      because("this is how outcomes come about", facts(design, `data.labels[${i}].strategy`, "system")),
      delayReason(design, i) ??
        because(`an outcome counts for ${duration(window)}`, facts(design, `data.labels[${i}].window`)),
      late &&
        changes &&
        because(`the pattern changes ${changes.how}, and waiting takes half of that or more`, changes.facts),
      costReason(design, i),
    ),
    alternatives: [
      unless(
        "a shorter window with a correction for delay (Chapelle 2014)",
        "the newest days matter more than their missing outcomes",
      ),
      unless(
        "active learning",
        "labels cost money and positives are rare: ask where the model is unsure, and weight for it",
      ),
      unless("weak supervision", "experts can write down a dozen rules that are each right more often than not"),
      unless("human review of a random sample", "the system's own decisions decide which outcomes are seen"),
    ],
    consequence: `Training data ends ${duration(window)} before today; ${late ? "a model of what is newest needs the correction" : "that is how old the newest lesson is"}.`,
    edits: those(
      fill(design, `data.labels[${i}].strategy`, strategy),
      fill(design, `data.labels[${i}].window`, duration(windowFor(delay))),
    ),
    confidence: first.delay ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "labels",
  stage: "data",
  asks: "Where do outcomes come from, how long must we wait for them, and what do they cost?",
  propose,
});
