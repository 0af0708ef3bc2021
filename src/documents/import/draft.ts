import type { Path } from "../../design/unsettled.ts";

/** One value of the design that is being written, and the words that state it. */
export interface Leaf {
  readonly leaf: true;
  value: string | number | boolean;
  /** Stretches of the document that state it, in the order found. */
  readonly from: (readonly [start: number, end: number])[];
  /** A number that somebody must confirm. */
  readonly claim: boolean;
}

export interface Group {
  readonly group: Map<string, Node>;
}

export interface List {
  readonly list: Node[];
}

export type Node = Leaf | Group | List;

export const isLeaf = (node: Node | undefined): node is Leaf => node !== undefined && "leaf" in node;
export const isGroup = (node: Node | undefined): node is Group => node !== undefined && "group" in node;
export const isList = (node: Node | undefined): node is List => node !== undefined && "list" in node;

export const emptyGroup = (): Group => ({ group: new Map() });

export function leafOf(value: Leaf["value"], from: readonly [number, number], claim = false): Leaf {
  return { leaf: true, value, from: [from], claim };
}

export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const key of path) node = childOf(node, key);
  return node;
}

function childOf(node: Node | undefined, key: string | number): Node | undefined {
  if (typeof key === "number") return isList(node) ? node.list[key] : undefined;
  return isGroup(node) ? node.group.get(key) : undefined;
}

/** What became of a value: written, stated before in the same way or in another, or its place is taken by something else. */
export type Setting =
  | { readonly done: "written" | "same"; readonly leaf: Leaf }
  | { readonly done: "differs"; readonly leaf: Leaf }
  | { readonly done: "blocked" };

/** Writes a value where none stands yet; nothing that was stated first is replaced. */
export function setLeaf(root: Group, path: Path, leaf: Leaf): Setting {
  const parent = openGroup(root, path.slice(0, -1));
  const key = path.at(-1)!;
  const there = childOf(parent, key);
  if (isLeaf(there)) return restate(there, leaf);
  if (!parent || there) return { done: "blocked" };
  put(parent, key, leaf);
  return { done: "written", leaf };
}

function restate(there: Leaf, leaf: Leaf): Setting {
  if (there.value === "unknown" && leaf.value !== "unknown") {
    there.value = leaf.value;
    there.from.splice(0, there.from.length, ...leaf.from);
    return { done: "written", leaf: there };
  }
  if (there.value !== leaf.value) return { done: "differs", leaf: there };
  there.from.push(...leaf.from);
  return { done: "same", leaf: there };
}

/** The group at a path, made where nothing stands; `undefined` where something else does. */
export function openGroup(root: Group, path: Path): Group | List | undefined {
  let node: Group | List = root;
  for (const [i, key] of path.entries()) {
    let next: Node | undefined = childOf(node, key);
    if (isLeaf(next) && next.value === "unknown") next = undefined;
    if (!next) {
      next = typeof path[i + 1] === "number" ? { list: [] } : emptyGroup();
      put(node, key, next);
    }
    if (isLeaf(next)) return undefined;
    node = next;
  }
  return node;
}

function put(parent: Group | List, key: string | number, node: Node): void {
  if (isGroup(parent)) parent.group.set(String(key), node);
  else (parent as List).list[Number(key)] = node;
}

/** The list at a path, made where nothing stands. */
export function openList(root: Group, path: Path): List | undefined {
  const there = nodeAt(root, path);
  if (isList(there)) return there;
  if (there && !(isLeaf(there) && there.value === "unknown")) return undefined;
  const parent = openGroup(root, path.slice(0, -1));
  if (!isGroup(parent)) return undefined;
  const list: List = { list: [] };
  put(parent, path.at(-1)!, list);
  return list;
}

/** Adds words to a text that may be spread over several blocks. */
export function addWords(
  root: Group,
  path: Path,
  words: string,
  from: readonly [number, number],
  most: number,
  joint = " ",
): boolean {
  const there = nodeAt(root, path);
  if (isLeaf(there) && typeof there.value === "string" && there.value !== "unknown") {
    if (there.value.startsWith("later: ") || there.value.length + words.length > most) return false;
    there.value = `${there.value}${joint}${words}`;
    there.from.push(from);
    return true;
  }
  return setLeaf(root, path, leafOf(words, from)).done === "written";
}

/** Every value with its path, in the order of writing. */
export function* leaves(node: Node, path: Path = []): Generator<{ leaf: Leaf; path: Path }> {
  if (isLeaf(node)) yield { leaf: node, path };
  else if (isList(node)) for (const [i, item] of node.list.entries()) yield* leaves(item, [...path, i]);
  else for (const [key, child] of node.group) yield* leaves(child, [...path, key]);
}

/** Takes out the value or group at a path, and every group that it leaves empty. */
export function remove(root: Group, path: Path): boolean {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (!parent || isLeaf(parent) || childOf(parent, key!) === undefined) return false;
  if (isList(parent)) parent.list.splice(Number(key), 1);
  else parent.group.delete(String(key));
  const empty = isList(parent) ? parent.list.length === 0 : parent.group.size === 0;
  if (empty && path.length > 1) remove(root, path.slice(0, -1));
  return true;
}

export function toPath(text: string): Path {
  return text.split(/\.|(?=\[)/).map((key) => (key.startsWith("[") ? Number(key.slice(1, -1)) : key));
}
