import type { SizedFact, SizedFacts } from "./facts.ts";
import type { Flow, Part, Parts } from "./part.ts";
import { sound } from "./whole.ts";

/** Several components drawn as one card. */
export interface Fold {
  /** Id of a part that the others disappear into, or of a new one. */
  readonly into: string;
  readonly of: (part: Part) => boolean;
  /**
   * What the card says instead; what is absent stays as the part has it, or as its first member has it. A badge of
   * `undefined` takes off those of the members.
   */
  readonly as?: Partial<Part>;
  /** With fewer members everything stays as it is; one when absent. */
  readonly least?: number;
}

/** Draws groups of components as one card each; what flowed between members disappears. */
export function folded({ parts, flows }: Parts, { into, of, as = {}, least = 1 }: Fold): Parts {
  const members = parts.filter((part) => part.id === into || of(part));
  const lead = members.find(({ id }) => id === into) ?? members[0];
  if (!lead || members.length < least) return { parts, flows };
  const gone = new Set(members.map(({ id }) => id));
  const badge = "badge" in as ? as.badge : (lead.badge ?? members.find((part) => part.badge)?.badge);
  const card: Part = { ...lead, ...(members.length > 1 || lead.id !== into ? as : {}), id: into, badge };
  const name = (id: string): string => (gone.has(id) ? into : id);
  return sound({
    parts: parts.flatMap((part) => (part.id === lead.id ? [card] : gone.has(part.id) ? [] : [part])),
    flows: flows.map((one) => ({ ...one, from: name(one.from), to: name(one.to) })),
  });
}

export const foldedAll = (parts: Parts, folds: readonly Fold[]): Parts => folds.reduce(folded, parts);

/** Only some components, and what flows between them. */
export const only = ({ parts, flows }: Parts, kept: (part: Part) => boolean): Parts =>
  sound({ parts: parts.filter(kept), flows });

/** What sizing found out, on the cards it is about. */
export function withFacts({ parts, flows }: Parts, sized: SizedFacts | undefined): Parts {
  if (!sized) return { parts, flows };
  return {
    flows,
    parts: parts.map((part) => {
      const fact = sized.get(part.id);
      return fact ? withFact(part, fact) : part;
    }),
  };
}

/** Facts may come to a card twice, before and after it is folded; what they add is said once. */
function withFact(part: Part, { detail = part.detail, adds, badge = part.badge }: SizedFact): Part {
  const more = adds !== undefined && !detail?.endsWith(adds);
  return { ...part, badge, detail: more ? [detail, adds].filter(Boolean).join(" · ") : detail };
}

/** Without some components and what flows to or from them. */
export const without = (all: Parts, gone: (part: Part) => boolean): Parts => only(all, (part) => !gone(part));

/** Without some flows. */
export const cut = (
  { parts, flows }: Parts,
  gone: (one: Flow, at: number, all: readonly Flow[]) => boolean,
): Parts => ({
  parts,
  flows: flows.filter((one, at, all) => !gone(one, at, all)),
});
