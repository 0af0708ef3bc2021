/** What people ask of one problem: sentences with the ids of the facts that answer them, and sentences that none does. */
export interface Questions {
  readonly problem: string;
  readonly asks: readonly (readonly [question: string, ...facts: string[]])[];
  readonly none: readonly string[];
}
