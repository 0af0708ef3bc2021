/** How the text under a heading or behind a label is read. */
export type Reading =
  | "stage"
  | "words"
  | "list"
  | "choice"
  | "number"
  | "offline"
  | "online"
  | "guardrails"
  | "sources"
  | "labels"
  | "features"
  | "risks"
  | "decisions"
  | "steps"
  | "roles"
  | "later"
  | "ignored";

/** Words of headings and labels that lead to one place of the design. */
export interface Entry {
  /** `requirements.problem`; for a stage its name. */
  readonly path: string;
  readonly as: Reading;
  /** In any language, without accents, lower case, parted by ` | `. */
  readonly names: string;
  /** The unit that the words themselves name, such as `/s` in `peak QPS`. */
  readonly unit?: string;
  /** Holds only under a heading of its own stage, because the words mean something else elsewhere. */
  readonly inStage?: boolean;
}
