import type { Path } from "../unsettled.ts";

/** What a document can hold: plain data, as JSON has it. */
export type PlainValue =
  null | boolean | number | string | readonly PlainValue[] | { readonly [key: string]: PlainValue };

export type PlainMap = { readonly [key: string]: PlainValue };

export const isList = (value: unknown): value is readonly PlainValue[] => Array.isArray(value);
export const isMapping = (value: unknown): value is PlainMap =>
  value !== null && typeof value === "object" && !Array.isArray(value);
export const isEmpty = (value: readonly PlainValue[] | PlainMap): boolean => Object.keys(value).length === 0;

/** Nothing is decided here yet: an edit below it may put something in its place. */
export const isOpen = (value: unknown): boolean => value === null || value === undefined || value === "unknown";

/** Equal in every value and type; the order of keys does not count, that of items does. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, part) =>
      node !== null && typeof node === "object" && Object.hasOwn(node, part)
        ? (node as Record<string | number, unknown>)[part]
        : undefined,
    tree,
  );
}

/** A copy of a tree in which a change was made to one of its values; parents that are missing or open are made. */
export function changedAt(tree: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return change(tree);
  const inner = changedAt(valueAt(tree, [part]), rest, change);
  if (typeof part === "number") return changedItem(isList(tree) ? tree : [], part, inner);
  const entries = Object.entries(isMapping(tree) ? tree : {});
  const kept = entries.filter(([key]) => key !== part || inner !== undefined);
  const changed = kept.map(([key, value]) => [key, key === part ? inner : value]);
  const isNew = inner !== undefined && kept.every(([key]) => key !== part);
  return Object.fromEntries([...changed, ...(isNew ? [[part, inner]] : [])]);
}

function changedItem(items: readonly unknown[], at: number, inner: unknown): unknown[] {
  return [...items.slice(0, at), ...(inner === undefined ? [] : [inner]), ...items.slice(at + 1)];
}
