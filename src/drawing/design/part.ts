import type { Layer } from "../../design/schema/layers.ts";
import type { EdgeKind, GraphBadge, IconKind, Plane } from "../graph.ts";

/** A component of a design, before a view has chosen where it stands. */
export interface Part {
  /** Made from what the design calls it, so that it outlives edits elsewhere. */
  readonly id: string;
  readonly name: string;
  readonly icon: IconKind;
  readonly plane: Plane;
  readonly layer: Layer;
  readonly detail?: string | undefined;
  readonly badge?: GraphBadge | undefined;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
  readonly kind: EdgeKind;
}

/** Components and what flows between them. A flow may name a component that is not there; `whole` drops it. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly flows: readonly Flow[];
}

export const flow = (from: string, to: string, label?: string, kind: EdgeKind = "data"): Flow => ({
  from,
  to,
  label,
  kind,
});

/** Flows from each of the ids that exist to the next. */
export function chain(ids: readonly string[], parts: readonly Part[], kind: EdgeKind = "data"): Flow[] {
  const known = ids.filter((id) => parts.some((part) => part.id === id));
  return known.slice(1).map((to, at) => flow(known[at]!, to, undefined, kind));
}

/** Several lists of parts and flows as one. */
export function joined(all: readonly Parts[]): Parts {
  return { parts: all.flatMap(({ parts }) => parts), flows: all.flatMap(({ flows }) => flows) };
}

/** A list with one part, or none where the condition fails. */
export const when = (condition: unknown, part: Part): Part[] => (condition ? [part] : []);
