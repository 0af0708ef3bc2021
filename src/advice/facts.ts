import type { Design } from "../design/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import type { Alternative, Edit, Fact, NotYet, PlainValue, Reason } from "./advice.ts";

type Step<Key extends string | number> = Key extends number ? `[${number}]` : `.${Key & string}`;
type Ways<Value, Depth extends 0[] = []> = Depth["length"] extends 4
  ? never
  : Value extends { readonly text: string } | string | number | boolean
    ? never
    : Value extends readonly (infer Item)[]
      ? Step<number> | `${Step<number>}${Ways<Item, [...Depth, 0]>}`
      : Value extends object
        ? {
            [Key in keyof Value & string]: Step<Key> | `${Step<Key>}${Ways<NonNullable<Value[Key]>, [...Depth, 0]>}`;
          }[keyof Value & string]
        : never;
type Stages = Omit<Design, "unsettled">;

/** A place in a design, spelled as in messages: `requirements.scale.users`, `data.sources[0].volume`. */
export type Place = { [Key in keyof Stages & string]: Key | `${Key}${Ways<NonNullable<Stages[Key]>>}` }[keyof Stages &
  string];

/** `data.sources[0].volume` → `["data", "sources", 0, "volume"]` */
export function pathOf(place: string): Path {
  return [...place.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => (index ? Number(index) : key!));
}

/** What stands at a path of the settled design; `undefined` where nothing does. */
export function valueAt(design: Design, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      node !== null && typeof node === "object" && Object.hasOwn(node, key)
        ? (node as Record<string | number, unknown>)[key]
        : undefined,
    design,
  );
}

/** Those of the places at which something stands, as facts; a missing one is left out. */
export function facts(design: Design, ...places: readonly Place[]): Fact[] {
  return places.flatMap((place) => {
    const path = pathOf(place);
    const value = valueAt(design, path);
    return value === undefined ? [] : [{ path, text: written(value) }];
  });
}

/** A value in the words of the document; lists and groups shortened. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return value.length > 6 ? `${value.length} entries` : value.map(written).join(", ");
  if (value === null || typeof value !== "object") return String(value);
  if ("text" in value && typeof value.text === "string") return value.text;
  return Object.entries(value)
    .slice(0, 6)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(", ");
}

export const because = (text: string, ...found: readonly (readonly Fact[])[]): Reason => ({
  because: text,
  facts: found.flat(),
});

export const unless = (option: string, when: string): Alternative => ({ option, when });

/** Reasons, alternatives or edits some of which do not apply. */
export const those = <Item extends object>(...items: readonly (Item | false | undefined)[]): Item[] =>
  items.filter((item): item is Item => item !== undefined && item !== false);

/** What is missing, each with the reason why it is needed. */
export function needs(...missing: readonly (readonly [Place, string])[]): NotYet {
  return { needs: missing.map(([place, why]) => ({ path: pathOf(place), why })) };
}

/**
 * An edit that fills a place, or none where a person has already written there, or has left it open on purpose with
 * `none: why` or `later: when`, there or above.
 */
export function fill(design: Design, place: Place, value: PlainValue): Edit | undefined {
  const path = pathOf(place);
  return isOpen(design, path) ? { path, value } : undefined;
}

/** Whether nothing is decided at a path yet: it is absent, or `unknown`. */
export function isOpen(design: Design, path: Path): boolean {
  if (valueAt(design, path) !== undefined) return false;
  return path.every((_, i) => (design.unsettled[pathText(path.slice(0, i + 1))]?.kind ?? "unknown") === "unknown");
}
