import type { PlainValue } from "../../src/design/edit.ts";
import type { gone } from "../../src/review/edited.ts";

/** A document with flaws that were put in on purpose. */
export interface Flawed {
  /** Its file in `flawed/`; or, with `changes`, a name. */
  readonly file: string;
  /** Name of the sound example that is changed. */
  readonly base?: string;
  readonly changes?: Readonly<Record<string, PlainValue | typeof gone>>;
  readonly style: string;
  /** What would fool a reviewer who looks for words. */
  readonly trap?: string;
  /** Rule → how the flaw was put in. */
  readonly flaws: Readonly<Record<string, string>>;
  /** Rules that a reviewer in a hurry would name, and that do not apply. */
  readonly silent?: readonly string[];
}

/** A document in which nothing is to be found. */
export interface Sound {
  /** Its file in `sound/`, or below `examples/`. */
  readonly file: string;
  readonly style: string;
}
