import type { Design } from "../../../design/design.ts";
import type { GraphZone } from "../../graph.ts";
import type { Part, Parts } from "../part.ts";

/** One way to look at the graph of a design: what is chosen and folded, and in which column it stands. */
export interface View {
  /** Words behind the name of the design. */
  readonly title: string;
  zones(design: Design): readonly GraphZone[];
  choose(all: Parts, design: Design): Parts;
  /** Id of a zone. */
  zoneOf(part: Part): string;
}

export const starts =
  (...prefixes: readonly string[]) =>
  ({ id }: Part): boolean =>
    prefixes.some((prefix) => id.startsWith(prefix));

export const isOneOf =
  (...ids: readonly string[]) =>
  ({ id }: Part): boolean =>
    ids.includes(id);

export const isNoneOf =
  (...ids: readonly string[]) =>
  ({ id }: Part): boolean =>
    !ids.includes(id);
