/** How far along a design is; it says so itself in `stage:`. */
export const lifeStages = ["concept", "prototype", "production"] as const;
export type LifeStage = (typeof lifeStages)[number];

/** Worst first. */
export const severities = ["blocker", "flaw", "gap", "hint"] as const;
export type Severity = (typeof severities)[number];

/** One word for every stage of life, or a word for each stage from which on it is a finding. */
export type SeverityByLife = Severity | Readonly<Partial<Record<LifeStage, Severity>>>;

/** What each word promises to the reader. */
export const severityMeanings: Readonly<Record<Severity, string>> = {
  blocker: "built as written, it cannot work or does harm",
  flaw: "it will do worse than the document says",
  gap: "something the design needs is not decided",
  hint: "worth a look",
};

/**
 * How severe a finding is at a stage of life.
 *
 * @param life  where a design does not say it, it is taken for a prototype
 * @returns `undefined` where it is no finding yet
 */
export function severityAt(severity: SeverityByLife, life: LifeStage): Severity | undefined {
  return typeof severity === "string" ? severity : severity[life];
}

/** Whether `one` is as bad as `other`, or worse. */
export function atLeast(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) <= severities.indexOf(other);
}

const lifeWords: Readonly<Record<LifeStage, string>> = {
  concept: "a concept",
  prototype: "a prototype",
  production: "in production",
};

/** Why it is as severe as it is: what the word means, and the stage of life where that decides. */
export function severityReason(severity: Severity, by: SeverityByLife, life: LifeStage): string {
  const meaning = severityMeanings[severity];
  return typeof by === "string" ? meaning : `${meaning}; the design is ${lifeWords[life]}`;
}
