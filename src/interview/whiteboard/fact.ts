import { readQuantity, type Quantity } from "../../kit/quantity.ts";

/** A value that was told or said: the path of a design document, and its words there; `5x` multiplies what stands there. */
export interface BoardFact {
  readonly path: string;
  readonly words: string;
}

export type Tree = { [key: string]: unknown };

/** A copy of a tree with a value at a path such as `requirements.scale.requests.peak`. */
export function withFact(tree: Tree, { path, words }: BoardFact): Tree {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== "");
  return set(tree, parts, words) as Tree;
}

function set(node: unknown, [part, ...rest]: readonly string[], words: string): unknown {
  if (part === undefined) return multiplied(node, words);
  if (/^\d{1,3}$/.test(part) && (Array.isArray(node) || node === undefined)) {
    const items = Array.isArray(node) ? [...(node as unknown[])] : [];
    const at = Math.min(Number(part), items.length);
    items[at] = set(items[at], rest, words);
    return items;
  }
  const keys = node !== null && typeof node === "object" && !Array.isArray(node) ? (node as Tree) : {};
  const inner = Object.hasOwn(keys, part) ? keys[part] : undefined;
  return Object.fromEntries([...Object.entries(keys).filter(([key]) => key !== part), [part, set(inner, rest, words)]]);
}

function multiplied(before: unknown, words: string): unknown {
  const times = /^\s*(\d{1,6}(?:\.\d{1,3})?)\s*x\s*$/.exec(words)?.[1];
  if (times === undefined) return words;
  const found = perSecond(before);
  return found === undefined ? before : `${Number((found * Number(times)).toPrecision(6))}/s`;
}

/** Requests per second of words such as `5k/d`; `undefined` for anything else. */
export function perSecond(words: unknown): number | undefined {
  if (typeof words !== "string" && typeof words !== "number") return undefined;
  try {
    return (readQuantity(words, ["rate"]) as Extract<Quantity, { kind: "rate" }>).perSecond;
  } catch {
    return undefined;
  }
}
