/** What somebody who knows the trade says about a topic when asked, as people talk. */
export interface SpokenAnswer {
  /** How it is done here. */
  readonly how: string;
  /** When a number is asked for. */
  readonly size?: string;
  /** When the price of the choice is asked for. */
  readonly price?: string;
}

export type AnswerBank = Readonly<Record<string, SpokenAnswer>>;
