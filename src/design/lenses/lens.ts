import type { LensName } from "../schema/design.ts";

/** One part of a lens: what is talked about together, for how long, and which parts of the document it shows. */
export interface LensSection {
  readonly title: string;
  /** Minutes of a 45-minute round. */
  readonly minutes: number;
  /** What it settles, in a sentence. */
  readonly about: string;
  /** The question it opens with. */
  readonly opens: string;
  /** Paths of the document, in the order in which they are shown; the longest prefix of a path decides its section. */
  readonly paths: readonly string[];
}

/** A way to read a design: an ordered list of sections over the same document. */
export interface Lens {
  readonly name: LensName;
  readonly title: string;
  /** For whom it is, in a sentence. */
  readonly sentence: string;
  readonly sections: readonly LensSection[];
}

export const defineLens = (lens: Lens): Lens => Object.freeze(lens);
