import { leafOf, nodeAt, openList } from "./draft.ts";
import { sentenceAround } from "./segments.ts";
import type { Found, State } from "./state.ts";
import { folded } from "./words.ts";

const CANARY = /\b(?:canary|canaries|kanarien\w*|canari|canario)\b/u;
const path = ["serving", "rollout", "canary"];

/** Steps of a canary: every share of the one sentence that speaks of it. */
export function placeCanary(found: readonly Found[], text: string, state: State): void {
  const shares = found.filter(
    ({ raw, leaf, why }) => raw.kind === "share" && raw.quantity && !leaf && !why && !raw.comparison,
  );
  const first = shares.find(({ raw }) => CANARY.test(folded(sentenceText(text, raw))));
  if (!first || nodeAt(state.root, path)) return;
  const { start, end } = sentenceAround(text, first.raw);
  const steps = shares.filter(({ raw }) => raw.start >= start && raw.end <= end && !/relative/.test(raw.quantity!));
  const rising = steps.every(
    ({ raw }, i) => i === 0 || parseFloat(raw.quantity!) > parseFloat(steps[i - 1]!.raw.quantity!),
  );
  const list = rising ? openList(state.root, path) : undefined;
  for (const step of list ? steps : []) {
    step.leaf = leafOf(step.raw.quantity!, [step.start, step.end], true);
    list!.list.push(step.leaf);
  }
}

function sentenceText(text: string, raw: Found["raw"]): string {
  const { start, end } = sentenceAround(text, raw);
  return text.slice(start, end);
}
