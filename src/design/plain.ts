import { predicateText, type Predicate } from "../kit/predicate.ts";
import type { Design } from "./design.ts";
import type { Unsettled } from "./unsettled.ts";

/** Plain data as a document writes it: texts, numbers, booleans, lists and groups of keys. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * A design as plain data in the words of its document: every quantity as it was written, what is open in its place, keys
 * in the order of the format. Two documents that mean the same thing in the same words give the same data.
 */
export function plainDesign(design: Design): { readonly [key: string]: Plain } {
  const { unsettled, ...settled } = design;
  const tree = plainOf(settled) as Record<string, Plain>;
  for (const [path, open] of Object.entries(unsettled)) place(tree, partsOf(path), openText(open));
  return tree;
}

/** `unknown`, `none: why`, `later: when`. */
export function openText(open: Unsettled): string {
  if (open.kind === "unknown") return "unknown";
  return open.kind === "none" ? `none: ${open.because}` : `later: ${open.when}`;
}

/** `metrics.offline[0].target` → `["metrics", "offline", 0, "target"]`, for path texts that Plumbline wrote itself. */
export function partsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? key! : Number(index),
  );
}

/** No key of the format is called `text`: what has one is a value with its own grammar, which keeps what was written. */
const predicateKinds: readonly string[] = ["compare", "in", "missing", "and", "or", "not"];

function plainOf(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plainOf);
  if (value === null || typeof value !== "object") return value as Plain;
  if ("text" in value && typeof value.text === "string") return value.text;
  if ("kind" in value && predicateKinds.includes(value.kind as string)) return predicateText(value as Predicate);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, plainOf(inner)]),
  );
}

function place(tree: Record<string, Plain>, path: readonly (string | number)[], words: string): void {
  const last = path.at(-1)!;
  let node: unknown = tree;
  for (const [i, part] of path.slice(0, -1).entries()) {
    const group = node as Record<string | number, unknown>;
    group[part] ??= typeof path[i + 1] === "number" ? [] : {};
    node = group[part];
  }
  if (Array.isArray(node) && typeof last === "number") node.splice(last, 0, words);
  else (node as Record<string | number, Plain>)[last] = words;
}
