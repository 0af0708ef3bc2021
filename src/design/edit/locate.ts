import { isAlias, isMap, isScalar, isSeq, visit, type Alias, type Node, type Pair } from "yaml";
import { Problem, type Place } from "../../kit/problem.ts";
import { nearest } from "../../kit/suggest.ts";
import { pathText, type Path } from "../unsettled.ts";
import type { ComposedYaml } from "../yaml-source.ts";
import { itemsOf, isCollection, type Collection, type Item, type Token } from "./tokens.ts";

/** Something that a path leads through, from the whole document inwards. */
export interface Step {
  readonly node: Node | null;
  /** Absent where no value is written. */
  readonly token?: Token | undefined;
  /** The collection in which it stands, and the key or the item that it is of. Absent for the whole document. */
  readonly within?: Within;
  /** A pair in a list without braces of its own: `[a: 1]`. */
  readonly bare?: boolean;
}

export interface Within {
  readonly step: Step;
  readonly item: Item;
  readonly key?: Node;
}

export interface Located {
  readonly steps: readonly Step[];
  readonly last: Step;
  /** What the document does not have. */
  readonly rest: Path;
}

export function locate(document: ComposedYaml, path: Path): Located {
  const root = rootStep(document);
  const steps = [root];
  let last = root;
  for (const part of path) {
    const next = stepInto(last, part);
    if (!next) break;
    steps.push((last = next));
  }
  return { steps, last, rest: path.slice(steps.length - 1) };
}

function rootStep({ document }: ComposedYaml): Step {
  const node = document.contents as Node | null;
  const token = node?.srcToken as Token | undefined;
  const written = node?.range && node.range[1] > node.range[0];
  return { node, token: written ? token : undefined };
}

function stepInto(step: Step, part: string | number): Step | undefined {
  const { node } = step;
  if (isSeq(node) && typeof part === "number") {
    const inner = node.items[part] as Node | undefined;
    const item = isCollection(step.token) ? itemsOf(step.token)[part] : undefined;
    if (!inner || !item) return undefined;
    const bare = isMap(inner) && Boolean(item.key ?? item.sep);
    return { node: inner, token: bare ? undefined : item.value, within: { step, item }, bare };
  }
  const pair =
    isMap(node) && typeof part === "string" ? pairOf(node.items as Pair<Node, Node | null>[], part) : undefined;
  const item = pair?.srcToken as Item | undefined;
  return pair && item && { node: pair.value, token: item.value, within: { step, item, key: pair.key } };
}

const pairOf = (pairs: readonly Pair<Node, Node | null>[], key: string): Pair<Node, Node | null> | undefined =>
  pairs.find((pair) => isScalar(pair.key) && pair.key.value === key);

/** The tokens of the collection that a step leads to. */
export const collectionOf = ({ token }: Step): Collection | undefined => (isCollection(token) ? token : undefined);

/** Whether something stands inside of brackets. */
export function isInFlow(step: Step): boolean {
  for (let outer = step.within?.step; outer; outer = outer.within?.step)
    if (outer.token?.type === "flow-collection" || outer.bare) return true;
  return false;
}

/**
 * Refuses an edit that would change what an alias repeats elsewhere, or that would have to be made in an alias.
 *
 * @param replaced  the last step is replaced or taken away, and does not only get something added
 */
export function refuseShared(
  document: ComposedYaml,
  { steps, last, rest }: Located,
  path: Path,
  replaced: boolean,
): void {
  const sources = aliasesBySource(document);
  const through = replaced ? steps.slice(0, -1) : steps;
  for (const { node } of through) {
    if (isAlias(node)) throw shared(`*${node.source}`, node, path.slice(0, path.length - rest.length), document);
    const [alias] = (node && sources.get(node)) ?? [];
    if (alias) throw shared(`*${alias.source}`, alias, path, document);
  }
  const alias = replaced ? outsideAlias(last, sources) : undefined;
  if (alias) throw shared(`*${alias.source}`, alias, path, document);
}

function aliasesBySource({ document, text }: ComposedYaml): ReadonlyMap<Node, readonly Alias[]> {
  const sources = new Map<Node, Alias[]>();
  if (!text.includes("*")) return sources;
  visit(document, {
    Alias: (_, alias) => {
      const source = alias.resolve(document);
      if (source) sources.set(source, [...(sources.get(source) ?? []), alias]);
    },
  });
  return sources;
}

/** An alias that stands outside of a step and repeats something inside of it. */
function outsideAlias({ node, within }: Step, sources: ReadonlyMap<Node, readonly Alias[]>): Alias | undefined {
  if (sources.size === 0) return undefined;
  const inside = new Set<unknown>();
  for (const one of [within?.key, node]) if (one) visit(one, { Node: (_, inner) => void inside.add(inner) });
  return [...sources]
    .filter(([source]) => inside.has(source))
    .flatMap(([, aliases]) => aliases)
    .find((alias) => !inside.has(alias));
}

function shared(name: string, alias: Node, path: Path, document: ComposedYaml): Problem {
  return new Problem({
    code: "design/shared-by-alias",
    found: `\`${pathText(path) || "The document"}\` is repeated by the alias \`${name}\`: the edit would change more than one place.`,
    fix: `write the values out where \`${name}\` stands, or change the document by hand`,
    at: placeOf(alias, path, document),
  });
}

/** An edit leads to something that is not there. */
export function noSuchPath({ last, rest }: Located, path: Path, document: ComposedYaml): Problem {
  const part = rest[0]!;
  const parent = path.slice(0, path.length - rest.length);
  const where = parent.length === 0 ? "The document" : `\`${pathText(parent)}\``;
  const { found, fix } = missing(last.node, part, where);
  return new Problem({ code: "design/no-such-path", found, fix, at: placeOf(last.node, path, document) });
}

function missing(node: Node | null, part: string | number, where: string): { found: string; fix: string } {
  if (isSeq(node)) {
    const has = node.items.length;
    const fix = has === 0 ? "add an item to it" : `use a number from 0 to ${has - 1}, or add an item`;
    if (typeof part === "number") return { found: `${where} has ${has} items, and none with the number ${part}.`, fix };
    return { found: `${where} is a list, and \`${part}\` is not the number of an item.`, fix };
  }
  if (!isMap(node))
    return { found: `${where} holds a single value, with nothing in it to change.`, fix: "set the value itself" };
  const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
  const meant = nearest(String(part), keys);
  const known = keys.length === 0 ? "it has no keys yet" : `use one of ${keys.map((key) => `\`${key}\``).join(", ")}`;
  return {
    found: typeof part === "number" ? `${where} is a group of keys, not a list.` : `${where} has no key \`${part}\`.`,
    fix: meant ? `write \`${meant}\`, if that is what was meant` : known,
  };
}

export function placeOf(node: Node | null, path: Path, { lines }: ComposedYaml): Place {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  return { line: Math.max(1, line), column: Math.max(1, col), path: pathText(path) };
}
