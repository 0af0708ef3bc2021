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
  const changed = set(tree, parts, words) as Tree;
  const list = itemsNeed.find(({ at }) => at.every((part, i) => parts[i] === part));
  return list
    ? (set(changed, [...list.at, "0"], undefined, (item) => ({ ...list.item, ...(item as Tree) })) as Tree)
    : changed;
}

/** What an item of a list cannot be without, where a fact gives only one value of it. The first item takes them all. */
const itemsNeed: readonly { readonly at: readonly string[]; readonly item: Tree }[] = [
  { at: ["metrics", "guardrails"], item: { metric: "latency p99", at: "peak" } },
  { at: ["metrics", "online"], item: { metric: "outcome" } },
  { at: ["data", "labels"], item: { name: "outcome" } },
  { at: ["data", "sources"], item: { name: "events" } },
  { at: ["features"], item: { name: "feature" } },
];

type Change = (before: unknown) => unknown;

function set(
  node: unknown,
  [part, ...rest]: readonly string[],
  words: string | undefined,
  change: Change = (before) => multiplied(before, words!),
): unknown {
  if (part === undefined) return change(node);
  if (/^\d{1,3}$/.test(part) && (Array.isArray(node) || node === undefined)) {
    const items = Array.isArray(node) ? [...(node as unknown[])] : [];
    const at = Math.min(Number(part), Math.max(0, items.length - 1));
    items[at] = set(items[at], rest, words, change);
    return items;
  }
  const keys = node !== null && typeof node === "object" && !Array.isArray(node) ? (node as Tree) : {};
  const inner = Object.hasOwn(keys, part) ? keys[part] : undefined;
  return Object.fromEntries([
    ...Object.entries(keys).filter(([key]) => key !== part),
    [part, set(inner, rest, words, change)],
  ]);
}

function multiplied(before: unknown, words: string): unknown {
  const times = /^\s*(\d{1,6}(?:\.\d{1,3})?)\s*x\s*$/.exec(words)?.[1];
  if (times === undefined) return /^\s*\d{1,15}\s*$/.test(words) ? Number(words) : words;
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
