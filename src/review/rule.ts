import type { Edit } from "../design/edit.ts";
import { stages, type System } from "../design/schema/design.ts";
import type { Path } from "../design/unsettled.ts";
import type { SeverityByLife } from "./severity.ts";
import type { View } from "./view.ts";

/** The stages of a design, and the people around it, in the order of a report. */
export const ruleStages = [...stages, "organisation"] as const;
export type RuleStage = (typeof ruleStages)[number];

/** `metrics.offline[0].target`, or its parts. */
export type Where = string | Path;

/** What a check hands back; the rest of a finding comes from its rule. */
export interface Found {
  /** Where it stands, or where it would stand. */
  readonly at: Where;
  /** For what is missing: every place that was looked in. */
  readonly lookedIn?: readonly string[] | undefined;
  /** What was seen, as a whole sentence with the number or the words. */
  readonly found: string;
  /** What follows, where the rule's `why` does not say it closely enough. */
  readonly consequence?: string;
  /** What to change, in the imperative. */
  readonly clears: string;
  readonly working?: {
    readonly inputs: readonly { readonly name: string; readonly value: string; readonly at?: Where }[];
    readonly sum: string;
    readonly result: string;
  };
  /** Paths of the settled design. */
  readonly fix?: readonly Edit[];
  /** Where one case is milder or worse than the rule's usual ones. */
  readonly severity?: SeverityByLife;
}

/** One thing that can be wrong with a design. Finding, docs page, test and interview probe are made from it. */
export interface Rule {
  /** The name of its file. */
  readonly id: string;
  readonly stage: RuleStage;
  readonly kind: "arithmetic" | "contract" | "method";
  readonly severity: SeverityByLife;
  /** The consequence, as a sentence that a reader outside the field understands. */
  readonly why: string;
  /** Where the fact comes from: author, year, title or DOI. */
  readonly source: string;
  /** An interviewer's question that leads to the flaw without naming it. */
  readonly asks: string;
  /** Systems it is about; every one when absent. */
  readonly systems?: readonly System[];
  /** Name of the example design that is sound and that `bad` breaks; `payment-fraud` when absent. */
  readonly base?: string;
  /** Breaks a sound document, so that the rule has something to find. */
  readonly bad: (sound: string) => string;
  readonly check: (view: View) => Iterable<Found>;
}

/** What the tests break unless the rule names another. */
export const defaultBase = "payment-fraud";

export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}
