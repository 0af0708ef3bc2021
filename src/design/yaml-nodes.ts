import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from "yaml";
import { controlCharacter } from "./yaml-limits.ts";

/** Something in a document that YAML allows and a design does not. */
export interface NodeFault {
  readonly found: string;
  readonly fix: string;
  /** Where it stands, in characters from the start. */
  readonly offset: number;
}

const maximumAliases = 100;

interface Walk {
  readonly faults: NodeFault[];
  readonly lineOf: (offset: number) => number;
  /** Anchor → whether the reader is still inside of it. */
  readonly anchors: Map<string, "open" | "closed">;
  aliases: number;
}

/**
 * Finds keys written twice, aliases that lead nowhere or into themselves, and control characters written as escapes.
 * Nesting must have been limited before.
 */
export function nodeFaults(document: Document, lineOf: (offset: number) => number): NodeFault[] {
  const walk: Walk = { faults: [], lineOf, anchors: new Map(), aliases: 0 };
  visit(document.contents as Node | null, walk);
  return walk.faults;
}

function visit(node: Node | null, walk: Walk): void {
  if (node === null) return;
  if (isAlias(node)) return checkAlias(node.source, offsetOf(node), walk);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) walk.anchors.set(anchor, "open");
  if (isScalar(node)) checkText(node.value, offsetOf(node), walk);
  else if (isSeq(node)) for (const item of node.items) visit(item as Node | null, walk);
  else if (isMap(node)) visitPairs(node.items as Pair<Node, Node | null>[], walk);
  if (anchor !== undefined) walk.anchors.set(anchor, "closed");
}

function visitPairs(pairs: readonly Pair<Node, Node | null>[], walk: Walk): void {
  const first = new Map<unknown, number>();
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? key.value : undefined;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, offsetOf(key));
    else
      walk.faults.push({
        found: `The key \`${shortName(name)}\` stands here for the second time; the first is in line ${walk.lineOf(earlier)}.`,
        fix: "keep one of the two",
        offset: offsetOf(key),
      });
    visit(key, walk);
    visit(value, walk);
  }
}

function checkAlias(name: string, offset: number, walk: Walk): void {
  walk.aliases++;
  const state = walk.anchors.get(name);
  const found =
    state === undefined
      ? `The alias \`*${shortName(name)}\` has no anchor before it.`
      : state === "open"
        ? `The alias \`*${shortName(name)}\` stands inside of what it repeats.`
        : walk.aliases === maximumAliases + 1
          ? `There are more than ${maximumAliases} aliases.`
          : undefined;
  if (found) walk.faults.push({ found, fix: "write the values out instead of repeating them by alias", offset });
}

function checkText(value: unknown, offset: number, walk: Walk): void {
  const hidden = typeof value === "string" ? controlCharacter(value) : undefined;
  if (hidden) walk.faults.push({ ...hidden, fix: "write the text without it", offset });
}

const offsetOf = (node: Node): number => node.range?.[0] ?? 0;
const shortName = (name: unknown): string => String(name).slice(0, 60);
