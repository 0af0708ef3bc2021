import type { Path } from "../../design/unsettled.ts";
import type { Place } from "../facts.ts";
import { pathOf } from "../facts.ts";
import type { ComponentKind, MadeOf, Placed } from "../layers.ts";

/** A part of the system, as a stage of the document names it. */
export interface Component extends Placed {
  readonly name: string;
  /** Where it stands in the settled design. */
  readonly path: Path;
}

export const component = (kind: ComponentKind, name: string, place: Place, madeOf?: MadeOf): Component => ({
  kind,
  name,
  path: pathOf(place),
  ...(madeOf && { madeOf }),
});

/** One component where the document has something at that place. */
export const where = (present: unknown, kind: ComponentKind, name: string, place: Place): Component[] =>
  present === undefined ? [] : [component(kind, name, place)];
