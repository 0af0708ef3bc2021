import type { Design } from "../design/design.ts";
import type { Plain } from "../design/plain.ts";
import type { Stage } from "../design/schema/design.ts";
import type { Path } from "../design/unsettled.ts";

export type { Plain as PlainValue } from "../design/plain.ts";

/** A value of the document that a reason rests on. */
export interface Fact {
  /** Where it stands in the settled design, as `DesignDocument.placeOf` takes it. */
  readonly path: Path;
  /** The value as written. */
  readonly text: string;
}

/** Why something is proposed, and on which values of the document that rests; none where it holds for every design. */
export interface Reason {
  readonly because: string;
  readonly facts: readonly Fact[];
}

/** Another answer, and what would have to be true for it to be the better one. */
export interface Alternative {
  readonly option: string;
  readonly when: string;
}

/** A value to write. Edits fill what is missing: they never replace what a person wrote. */
export interface Edit {
  readonly path: Path;
  readonly value: Plain;
}

export interface Proposal {
  readonly recommend: string;
  readonly reasons: readonly Reason[];
  /** What would change its mind; at least one. */
  readonly alternatives: readonly Alternative[];
  /** What follows from taking the recommendation. */
  readonly consequence: string;
  readonly edits: readonly Edit[];
  /** `firm` where the facts decide it, `likely` where a rule of thumb does, `open` where a fact is still missing. */
  readonly confidence: "firm" | "likely" | "open";
}

/** What must be known first. Any one of the paths of an entry is enough. */
export interface NotYet {
  readonly needs: readonly { readonly path: Path; readonly why: string }[];
}

/** One subject of advice: a question of system design, and how to answer it from what a document says. */
export interface Advice {
  readonly id: string;
  readonly stage: Stage | "organisation";
  /** The question, as one would ask it in a design review. */
  readonly asks: string;
  /** Pure; never throws on a design that was read, however little it says. */
  propose(design: Design): Proposal | NotYet;
}

export const defineAdvice = <const Subject extends Advice>(subject: Subject): Subject => Object.freeze(subject);

export const isProposal = (answer: Proposal | NotYet): answer is Proposal => "recommend" in answer;
