import type { Design } from "../../design/design.ts";
import type { Figure } from "./figure.ts";
import type { Sheet } from "./sheet.ts";
import type { PathStep } from "./step-times.ts";

export type ModelPart = NonNullable<NonNullable<Design["model"]>["parts"]>[number];

/** The parts of the model that a step uses, by their names. */
export function partsUsed(sheet: Sheet, { step, uses = "" }: Pick<PathStep, "step" | "uses">): ModelPart[] {
  const words = `${step} ${uses}`.split(/[^\w-]+/);
  return (sheet.design.model?.parts ?? []).filter(({ name }) => words.includes(name));
}

/** A step that only waits for somebody else's service: nothing of ours is busy meanwhile. */
export const isBought = (sheet: Sheet, step: PathStep): boolean =>
  partsUsed(sheet, step).some(({ from }) => /^bought\b/.test(from ?? ""));

/** How long a language model writes, from the tokens that the design states. */
export function generationSeconds(sheet: Sheet, step: PathStep): Figure | undefined {
  const part = partsUsed(sheet, step).find(({ kind, tokens }) => kind === "llm" && tokens?.output);
  if (!part?.tokens?.output) return undefined;
  const billions = (part.parameters?.count ?? 8e9) / 1e9;
  const perSecond = Math.max(20, Math.min(150, 600 / billions));
  const seconds = 0.3 + (part.tokens.input?.count ?? 1000) / 5000 + part.tokens.output.count / perSecond;
  return sheet.assume(`time of ${step.step}`, {
    value: seconds,
    low: seconds / 2,
    high: seconds * 3,
    unit: "s",
    why: `${part.tokens.output.text} tokens at ${Math.round(perSecond)}/s for ${billions}B parameters, and the prompt at 5,000/s`,
    kind: "catalogue",
  });
}
