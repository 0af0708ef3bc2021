import { isLeaf, type Tree } from "./meaning.ts";

/** One difference in meaning between two designs. */
export interface Change {
  readonly kind: "added" | "removed" | "changed" | "reordered";
  /** Where it stands, with names in place of positions where there are names: `data.sources[transactions].volume`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** Keys that tell one item of a list from another, first those that are names. */
const identities: readonly (readonly string[])[] = [
  ["name"],
  ["step"],
  ["metric", "of", "at"],
  ["flag"],
  ["alarm"],
  ["part"],
  ["role"],
  ["risk"],
  ["rule", "at"],
  ["of", "test"],
  ["from", "to"],
  ["chose"],
  ["what"],
  ["team"],
  ["kind"],
  ["when"],
  ["on"],
  ["for"],
];

/** What differs in meaning; two spellings of one quantity, and another order of keys, do not. */
export function changesBetween(before: Tree | undefined, after: Tree | undefined, path = ""): Change[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return leavesOf(after!, path).map(([at, words]) => ({ kind: "added", path: at, after: words }));
  if (after === undefined)
    return leavesOf(before, path).map(([at, words]) => ({ kind: "removed", path: at, before: words }));
  if (isLeaf(before) && isLeaf(after)) return leafChange(before, after, path);
  if (before instanceof Map && after instanceof Map) return keyChanges(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  return [{ kind: "changed", path, before: wordsOf(before), after: wordsOf(after) }];
}

function leafChange(before: { words: string; meaning: string }, after: typeof before, path: string): Change[] {
  return before.meaning === after.meaning ? [] : [{ kind: "changed", path, before: before.words, after: after.words }];
}

function keyChanges(before: ReadonlyMap<string, Tree>, after: ReadonlyMap<string, Tree>, path: string): Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => changesBetween(before.get(key), after.get(key), path === "" ? key : `${path}.${key}`));
}

function listChanges(before: readonly Tree[], after: readonly Tree[], path: string): Change[] {
  const [left, right] = [identified(before), identified(after)];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const changes = keys.flatMap((key) => changesBetween(left.get(key), right.get(key), `${path}[${key}]`));
  const shared = (list: ReadonlyMap<string, Tree>, other: ReadonlyMap<string, Tree>) =>
    [...list.keys()].filter((key) => other.has(key));
  const [orderBefore, orderAfter] = [shared(left, right), shared(right, left)];
  if (orderBefore.join("\n") === orderAfter.join("\n")) return changes;
  return [...changes, { kind: "reordered", path, before: orderBefore.join(", "), after: orderAfter.join(", ") }];
}

/** Items under what tells them apart; those that nothing tells apart under their meaning, and a number when it repeats. */
function identified(list: readonly Tree[]): Map<string, Tree> {
  const named = new Map<string, Tree>();
  for (const item of list) {
    const name = nameOf(item);
    let key = name;
    for (let count = 2; named.has(key); count++) key = `${name}#${count}`;
    named.set(key, item);
  }
  return named;
}

function nameOf(item: Tree): string {
  if (isLeaf(item)) return item.words;
  if (!(item instanceof Map)) return "list";
  const keys = identities.find(([first]) => isText(item.get(first!)));
  if (!keys) return "item";
  return keys.flatMap((key) => (isText(item.get(key)) ? [(item.get(key) as { words: string }).words] : [])).join(" ");
}

const isText = (tree: Tree | undefined): boolean => tree !== undefined && isLeaf(tree);

function leavesOf(tree: Tree, path: string): [string, string][] {
  if (isLeaf(tree)) return [[path, tree.words]];
  if (tree instanceof Map) {
    if (path.endsWith("]")) return [[path, wordsOf(tree)]];
    return [...tree].flatMap(([key, inner]) => leavesOf(inner, path === "" ? key : `${path}.${key}`));
  }
  return [...identified(tree as readonly Tree[])].flatMap(([key, inner]) => leavesOf(inner, `${path}[${key}]`));
}

/** A value on one line. */
export function wordsOf(tree: Tree): string {
  if (isLeaf(tree)) return tree.words;
  if (tree instanceof Map) return [...tree].map(([key, inner]) => `${key}: ${wordsOf(inner)}`).join(", ");
  return (tree as readonly Tree[]).map(wordsOf).join("; ");
}
