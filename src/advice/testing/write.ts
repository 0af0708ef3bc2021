import type { Edit, PlainValue } from "../advice.ts";
import type { Plain } from "./samples.ts";

type Node = PlainValue[] | { [key: string]: PlainValue };

/** The document with every edit written into it, groups and lists made where they are missing. */
export function withEdits(plain: Plain, edits: readonly Edit[]): Plain {
  const copy = structuredClone(plain) as { [key: string]: PlainValue };
  for (const { path, value } of edits) write(copy, path, value);
  return copy;
}

function write(root: Node, path: Edit["path"], value: PlainValue): void {
  const parent = path.slice(0, -1).reduce<Node>((node, key, i) => child(node, key, path[i + 1]!), root);
  (parent as Record<string | number, PlainValue>)[path.at(-1)!] = structuredClone(value) as PlainValue;
}

function child(node: Node, key: string | number, next: string | number): Node {
  const held = (node as Record<string | number, PlainValue>)[key];
  if (held !== null && typeof held === "object") return held as Node;
  const made: Node = typeof next === "number" ? [] : {};
  (node as Record<string | number, PlainValue>)[key] = made;
  return made;
}
