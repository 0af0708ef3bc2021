import { slots, reasons, type Slot } from "./lexicon/slots.ts";
import { toPath } from "./draft.ts";
import { placeLatency, placeMetric } from "./place-metric.ts";
import { claim, itemWith, type Found, type State } from "./state.ts";
import { cautionOf } from "./traps.ts";

/** The words that speak of a number, nearest first. Folded, but for `said`. */
export interface Around {
  /** In the same clause, before it and behind it. */
  readonly before: string;
  readonly after: string;
  /** Label, clause and the heading of its column. */
  readonly near: string;
  /** Heading, label and the whole sentence. */
  readonly wide: string;
  /** The sentence as written. */
  readonly said: string;
  readonly stage: string;
  /** What the heading says a metric is for. */
  readonly family: "offline" | "guardrails" | undefined;
  /** It stands in a column of values as they are now. */
  readonly ofToday: boolean;
  /** From the number before it on. Folded. */
  readonly since: string;
  /** Numbers of its kind in the sentence, itself included. */
  readonly alike: number;
}

/** Finds the place in the design that the words around a number name, or says why there is none. */
export function placeNumber(found: Found, around: Around, state: State): void {
  if (found.leaf || found.why) return;
  if (found.raw.why) found.why = found.raw.why;
  if (found.why || found.raw.quantity === undefined) return;
  const caution = around.ofToday
    ? "it says how things are now, not what is asked for"
    : cautionOf(around.said, around.near);
  if (placeLatency(found, around, caution, state) || placeMetric(found, around, caution, state)) return;
  const slot = slotFor(found, around);
  if (typeof slot === "string") found.why = caution ?? slot;
  else if (caution && !(slot.fact && caution.startsWith("it says how things are now"))) found.why = caution;
  else fill(slot, found, state);
}

function slotFor(found: Found, around: Around): Slot | string {
  for (const words of around.alike > 1 ? [around.near, around.since] : [around.near, around.since, around.wide]) {
    const fitting = slots.filter((slot) => fits(slot, found, words, around));
    if (new Set(fitting.map(({ path, beside }) => path + (beside?.["of"] ?? ""))).size > 1)
      return `it can be ${fitting.map(({ path }) => path).join(" or ")}`;
    if (fitting[0]) return fitting[0];
  }
  const reason = reasons.find(([kinds, says]) => kinds.includes(found.raw.kind) && says.test(around.wide));
  return reason?.[2] ?? "nothing near it says for certain what it measures";
}

function fits(slot: Slot, { raw }: Found, words: string, { stage, near }: Around): boolean {
  if (!slot.kinds.includes(raw.kind)) return false;
  if (slot.bounded && !raw.comparison?.startsWith("<")) return false;
  if (slot.noun && !nounFits(slot.noun, raw.noun, words)) return false;
  if (slot.under && !slot.under.includes(stage)) return false;
  if (slot.not?.test(near)) return false;
  return !slot.says || slot.says.test(words);
}

/** `150/s` counts requests where the words beside it do. */
function nounFits(wanted: string, found: string | undefined, words: string): boolean {
  if (found !== undefined) return found === wanted;
  return (
    wanted === "requests" &&
    /\b(?:requests?|qps|rps|traffic|anfragen|requetes|peticiones|trafic|trafico)\b/u.test(words)
  );
}

function fill(slot: Slot, found: Found, state: State): void {
  const { quantity, comparison } = found.raw;
  if (slot.write === "whole") return fillWhole(slot, found, state);
  if (slot.beside) return fillItem(slot, found, state);
  if (comparison && slot.path.startsWith("metrics")) return;
  claim(state, toPath(slot.path), found, quantity!);
}

function fillWhole(slot: Slot, found: Found, state: State): void {
  const whole = Number(found.raw.quantity);
  if (Number.isInteger(whole)) claim(state, toPath(slot.path), found, whole);
  else found.why = "it is not a whole number";
}

function fillItem(slot: Slot, found: Found, state: State): void {
  const { quantity, comparison = "" } = found.raw;
  const alarm = slot.write === "alarm";
  if (alarm && comparison.startsWith("<")) {
    found.why = "it is a bound to keep, not an alarm";
    return;
  }
  const sign = alarm ? comparison || ">" : comparison || (slot.write === "bound<=" ? "<=" : ">=");
  const path = itemWith(state, toPath(slot.path), slot.beside!, [found.start, found.end]);
  if (path) claim(state, [...path, alarm ? "alarm" : "target"], found, `${sign} ${quantity}`);
}
