import type { Edit } from "../design/edit.ts";
import type { Span } from "../design/yaml-source.ts";
import type { RuleStage } from "./rule.ts";
import type { Severity } from "./severity.ts";

/** One number that a sum was made of. */
export interface Input {
  readonly name: string;
  /** As it stands in the document, or worked out. */
  readonly value: string;
  /** Where it stands; absent for what no document says. */
  readonly path?: string;
  readonly line?: number;
}

/** How a number was worked out, so that a reader can do it again by hand. */
export interface Working {
  readonly inputs: readonly Input[];
  /** The sum in numbers: `0.3% × 95% ÷ (0.3% × 95% + 99.7% × 3%)`. */
  readonly sum: string;
  readonly result: string;
}

/** Something that is wrong with a design, and everything that is needed to believe it and to mend it. */
export interface Finding {
  readonly rule: string;
  readonly stage: RuleStage;
  readonly severity: Severity;
  /** Why it is as severe as it is. */
  readonly reason: string;
  /** The range it is about; for what is missing, where it would stand. */
  readonly place: Span;
  /** Proof of absence: the places that were looked in. */
  readonly lookedIn?: readonly string[];
  /** What was seen, with its number or words. */
  readonly found: string;
  /** What follows from it. */
  readonly consequence: string;
  /** What would make the finding go away. */
  readonly clears: string;
  /** The same as a question, for those who learn. */
  readonly asks: string;
  readonly working?: Working;
  /** Changes of the document that clear it; paths as written. */
  readonly fix?: readonly Edit[];
}

/** A mechanism that is there, and where. */
export interface Praise {
  readonly id: string;
  readonly stage: RuleStage;
  readonly says: string;
  readonly place: Span;
}

/** A finding that the document itself accepts. */
export interface Accepted {
  readonly finding: Finding;
  readonly because: string;
  readonly until?: string;
}

/** All that a review says about one document. There is no score. */
export interface Review {
  readonly file: string;
  readonly design: string;
  /** By stage, worst first. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly Accepted[];
  readonly praise: readonly Praise[];
  /** How many rules were held against it. */
  readonly rules: number;
}
