import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import type { Edit } from "../edit.ts";

/** Lines of a text, counted from 0, both included; none where `last` is before `first`. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** `"insert"`: no line may change, and lines may be put in at one place. */
export type MayTouch = Lines | "insert";

interface Entry {
  readonly node: Node | null;
  readonly lines: Lines;
  /** What it stands in, and its number there. */
  readonly parent?: Entry | undefined;
  readonly at?: number;
}

/** The lines that an edit may change, worked out from the ranges of nodes and from nothing of the editor. */
export function mayTouch(text: string, edit: Edit): MayTouch {
  const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length - 1;
  const path = "set" in edit ? edit.set : "add" in edit ? edit.add : edit.remove;
  let entry = rootOf(text, lineOf);
  let found = 0;
  for (const part of path) {
    const next = childrenOf(entry, text, lineOf).find(({ name }) => name === part);
    if (!next) break;
    entry = next.entry;
    found++;
  }
  if ("remove" in edit) return removedLines(entry, text, lineOf);
  if (found === path.length && !("add" in edit && isSeq(entry.node))) return withCommentsBelow(entry, text);
  return insertedLines(entry, text, lineOf);
}

type LineOf = (offset: number) => number;

function rootOf(text: string, lineOf: LineOf): Entry {
  const node = parseDocument(text, { stringKeys: true, schema: "core", uniqueKeys: false }).contents as Node | null;
  const from = node?.range?.[0] ?? 0;
  return { node, lines: { first: lineOf(from), last: Math.max(lineOf(from), lineOf(lastOffset(node, text))) } };
}

/** Where the last thing that a node says ends. */
function lastOffset(node: Node | null, text: string): number {
  if (!node?.range) return 0;
  const [from, to] = node.range;
  const inFlow = "flow" in node && node.flow === true;
  if (isMap(node) && !inFlow)
    return Math.max(from, ...(node.items as Pair<Node, Node | null>[]).map((pair) => endOfPair(pair, text)));
  if (isSeq(node) && !inFlow)
    return Math.max(
      from,
      ...(node.items as Node[]).map((item) => (written(item) ? lastOffset(item, text) : item.range![0])),
    );
  const isBlock = isScalar(node) && (node.type ?? "").startsWith("BLOCK");
  return isBlock && !/^[|>]\+/.test(text.slice(from)) && !/\n[ \t]+\n*$/.test(String(node.value))
    ? from + text.slice(from, to).trimEnd().length
    : isBlock
      ? to - 1
      : to;
}

function endOfPair({ key, value }: Pair<Node, Node | null>, text: string): number {
  const end = key.range![1];
  return written(value) ? lastOffset(value, text) : end + (/^\s*:/.exec(text.slice(end))?.[0].length ?? 0);
}

/** A collection may grow below comments that count as its own; that those stay is a law of its own. */
function withCommentsBelow({ node, lines: { first, last } }: Entry, text: string): Lines {
  const lines = text.split("\n");
  let end = last;
  if (isMap(node) || isSeq(node)) while (/^\s*#/.test(lines[end + 1] ?? "")) end++;
  return { first, last: end };
}

const written = (node: Node | null): boolean => Boolean(node?.range && node.range[1] > node.range[0]);

function childrenOf(parent: Entry, text: string, lineOf: LineOf): { name: string | number; entry: Entry }[] {
  const { node } = parent;
  let before = parent.lines.first;
  const entryOf = (inner: Node | null, at: number, first: number): Entry => {
    const end = written(inner) ? lineOf(lastOffset(inner, text)) : Math.max(first, lineOf(inner?.range?.[0] ?? 0));
    before = Math.max(first, end);
    return { node: inner, parent, at, lines: { first, last: before } };
  };
  if (isMap(node))
    return (node.items as Pair<Node, Node | null>[]).map(({ key, value }, at) => ({
      name: String((key as { value?: unknown }).value),
      entry: entryOf(value, at, lineOf(key.range![0])),
    }));
  if (!isSeq(node)) return [];
  return (node.items as Node[]).map((inner, at) => {
    const line = lineOf(inner.range![0]);
    const start = text.split("\n")[line]!.slice(0, inner.range![0] - text.lastIndexOf("\n", inner.range![0] - 1) - 1);
    const isBeside = node.flow || (written(inner) && start.trim() !== "");
    return { name: at, entry: entryOf(inner, at, isBeside ? line : at === 0 ? before : Math.min(line, before + 1)) };
  });
}

function removedLines(entry: Entry, text: string, lineOf: LineOf): Lines {
  const { parent, at = 0 } = entry;
  if (!parent) return entry.lines;
  const siblings = childrenOf(parent, text, lineOf).map((one) => one.entry);
  if (siblings.length === 1) return parent.lines;
  let { first, last } = entry.lines;
  if ((parent.node as { flow?: boolean }).flow) {
    first = siblings[at - 1]?.lines.last ?? first;
    last = siblings[at + 1]?.lines.first ?? Math.max(last, parent.lines.last);
  } else if (at === 0 && /^\s*- /.test(text.split("\n")[first]!)) last = Math.max(last, siblings[1]!.lines.first);
  const lines = text.split("\n");
  // What follows must not become part of a block scalar above.
  if (/[|>]/.test(lines.slice(0, first).join("\n")))
    while (last + 1 < lines.length && /^\s*#|^\s*$/.test(lines[last + 1]!) && lines.slice(last + 1).join("") !== "")
      last++;
  return { first, last };
}

function insertedLines(entry: Entry, text: string, lineOf: LineOf): MayTouch {
  const { node } = entry;
  if (!isMap(node) && !isSeq(node)) return entry.lines;
  const children = childrenOf(entry, text, lineOf);
  if (children.length === 0) return entry.lines;
  if (!node.flow) return "insert";
  const last = children.at(-1)!.entry.lines.last;
  return { first: last, last };
}
