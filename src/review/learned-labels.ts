import type { Design } from "../design/design.ts";

type Label = NonNullable<NonNullable<Design["data"]>["labels"]>[number];

export interface LearnedLabel {
  readonly label: Label;
  readonly index: number;
}

/** The labels that the model is trained on: those that its objectives name; where none does, the first. */
export function learnedLabels({ data, model }: Design): LearnedLabel[] {
  const labels = (data?.labels ?? []).map((label, index) => ({ label, index }));
  const named = new Set((model?.objectives ?? []).flatMap(({ label }) => label ?? []));
  const learned = labels.filter(({ label }) => named.has(label.name));
  return learned.length > 0 ? learned : labels.slice(0, 1);
}
