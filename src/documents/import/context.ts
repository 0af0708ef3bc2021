import type { Block, Heading } from "./blocks.ts";
import { lookUp, stageOf, type Entry } from "./lexicon/index.ts";

/** What the headings over a block say about it. */
export interface Context {
  /** The part of the design that the headings opened. */
  readonly stage: string;
  /** What the innermost heading asks for. */
  readonly entry: Entry | undefined;
  /** A heading that takes away what stands under it. */
  readonly under: "outOfScope" | "later" | "ignored" | undefined;
  /** Words of the innermost heading. */
  readonly heading: string;
  readonly nearest: Heading | undefined;
}

/** Readings that also hold for what stands under smaller headings. */
const inherited: readonly Entry["as"][] = [
  "sources",
  "labels",
  "features",
  "risks",
  "decisions",
  "offline",
  "online",
  "guardrails",
  "steps",
  "roles",
];

/** Reads the headings over a block, outermost first; the title of the document is none of them. */
export function contextOf(block: Block, title: Heading | undefined): Context {
  let [stage, entry, under]: [string, Entry | undefined, Context["under"]] = ["", undefined, undefined];
  for (const heading of block.trail) {
    if (heading === title) continue;
    const found = lookUp(heading.plain.text, stage);
    if (found?.path === "requirements.outOfScope") under = "outOfScope";
    else if (found?.as === "later") under ??= "later";
    else if (found?.as === "ignored") under ??= "ignored";
    entry = found ?? (entry && inherited.includes(entry.as) ? entry : undefined);
    if (found && !["later", "ignored", "decisions"].includes(found.path)) stage = stageOf(found.path);
  }
  const nearest = block.trail.at(-1);
  return { stage, entry, under, heading: nearest?.plain.text ?? "", nearest };
}
