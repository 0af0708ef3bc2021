import type { Design } from "../design.ts";
import { plainDesign, type Plain } from "../plain.ts";
import { jsonText } from "../../kit/json.ts";

/** A value of a design as a person reads it and as a program compares it: `1m` and `60s` have different words and one meaning. */
export interface Leaf {
  readonly words: string;
  readonly meaning: string;
}
export type Tree = Leaf | readonly Tree[] | ReadonlyMap<string, Tree>;

export const isLeaf = (tree: Tree): tree is Leaf => !Array.isArray(tree) && !(tree instanceof Map);

/** A design as a tree whose leaves carry words and meaning. */
export function meaningTree(design: Design): ReadonlyMap<string, Tree> {
  return treeOf(plainDesign(design), design) as ReadonlyMap<string, Tree>;
}

/** Words come from the plain tree; meanings from what was read, wherever the document settles a value there. */
function treeOf(plain: Plain, read: unknown): Tree {
  if (Array.isArray(plain)) {
    const settled = Array.isArray(read) ? read : [];
    let at = 0;
    return plain.map((item: Plain) => treeOf(item, isOpenText(item) ? undefined : settled[at++]));
  }
  if (typeof plain === "object")
    return new Map(
      Object.entries(plain).map(([key, value]) => [
        key,
        treeOf(value, (read as Record<string, unknown> | undefined)?.[key]),
      ]),
    );
  return { words: String(plain), meaning: meaningOf(plain, read) };
}

const isOpenText = (value: Plain): boolean =>
  typeof value === "string" && (value === "unknown" || /^(none|later): /.test(value));

function meaningOf(plain: Plain, read: unknown): string {
  if (read === undefined || read === null || typeof read !== "object") return `${typeof plain}:${String(plain)}`;
  return jsonText(withoutWords(read));
}

/** What was read, without the words that it was read from. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "text")
      .map(([key, inner]) => [key, typeof inner === "number" ? Number(inner.toPrecision(12)) : withoutWords(inner)]),
  );
}
