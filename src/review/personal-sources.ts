import type { Design } from "../design/design.ts";

export interface PersonalSource {
  readonly name: string;
  readonly columns: readonly string[];
  /** Its number in `data.sources`. */
  readonly i: number;
}

/** Sources that hold columns about people. */
export const personalSources = ({ data }: Design): PersonalSource[] =>
  (data?.sources ?? []).flatMap(({ name, personal }, i) => (personal?.length ? [{ name, columns: personal, i }] : []));
