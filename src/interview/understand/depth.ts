import { depths, type Depth, type SaidQuantity } from "../statement.ts";
import type { NumberKind } from "../topic.ts";
import { depthCues } from "./cues.ts";
import { findPhrases, type Hit } from "./phrase-index.ts";
import type { Clause } from "./text.ts";
import type { Token } from "./tokens.ts";

type Cue = Hit<"consequence" | "trade-off">;

/** General words for consequences and trade-offs in a stretch; `so` counts only behind what it follows from. */
export function cuesIn(tokens: readonly Token[], from: number, to: number): Cue[] {
  const hits = findPhrases(depthCues, tokens, from, to);
  const guards = hits.filter(({ meaning }) => meaning === "guard");
  return hits.filter((hit): hit is Cue => {
    if (hit.meaning === "guard" || guards.some((guard) => guard.from < hit.to && hit.from < guard.to)) return false;
    return tokens[hit.from]!.text !== "so" || hit.from - from >= 2;
  });
}

/** `slower but fresher`: a clause after `but` weighs against one that compares. */
export function weighs(tokens: readonly Token[], { from, to }: Clause, next: Clause | undefined): boolean {
  if (!next || !/^(but|although|though|whereas|however)$/.test(next.opening)) return false;
  const compares = (at: number) =>
    /^(more|less|better|worse|cost|costs|slow|cheap|expensive|simple|accurate|fast)$/.test(tokens[at]!.text) ||
    (/..er$/.test(tokens[at]!.text) && comparatives.has(tokens[at]!.text));
  for (let at = from; at < to; at += 1) if (compares(at)) return true;
  for (let at = next.from; at < Math.min(next.to, next.from + 12); at += 1) if (compares(at)) return true;
  return false;
}

const comparatives = new Set(
  "cheaper slower faster simpler fresher staler harder easier higher lower smaller larger bigger later sooner safer riskier heavier lighter smarter quicker dearer older newer".split(
    " ",
  ),
);

/** Quantities of the given kinds, within tokens `items` when the clause is a mere list. */
export function speaking(
  quantities: readonly SaidQuantity[],
  kinds: ReadonlySet<NumberKind> | undefined,
): SaidQuantity[] {
  return quantities.filter(({ kind }) => kinds?.has(kind));
}

export const inOrder = (found: ReadonlySet<Depth>): Depth[] => depths.filter((depth) => found.has(depth));
