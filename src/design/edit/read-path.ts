import { Problem } from "../../kit/problem.ts";
import { nearest } from "../../kit/suggest.ts";
import { pathText, type Path } from "../unsettled.ts";
import { isList, isMapping } from "./plain-value.ts";

/** Keys whose value names an item of a list, the most telling first. */
const namingKeys = ["name", "step", "metric", "kind"] as const;

/**
 * Reads what `pathText` writes: `metrics.offline[0].target`, keys with odd characters as `["a.b"]`. With the tree of
 * the document, an item of a list may also be called by what it is named: `data.sources[transactions].volume` is the
 * item whose `name` (else `step`, `metric` or `kind`) is `transactions`, or that is that text.
 *
 * @param tree  plain data as written; without it, names in brackets are refused
 * @throws {Problem} `design/malformed-path`, also where a name fits two items; `design/no-such-path` where it fits none
 */
export function readPath(text: string, tree?: unknown): Path {
  const path: (string | number)[] = [];
  let node = tree;
  for (const part of partsOf(text)) {
    const step = isName(part) ? itemNamed(part, node, path, text) : part;
    path.push(step);
    node = node !== null && typeof node === "object" ? (node as Record<string | number, unknown>)[step] : undefined;
  }
  return path;
}

interface Named {
  readonly named: string;
  readonly quoted: boolean;
}
const isName = (part: string | number | Named): part is Named => typeof part === "object";

const pattern =
  /(?<dot>\.)?(?:(?<key>[^.[\]"]+)|\[(?:(?<index>\d{1,9})|(?<quoted>"(?:[^"\\]|\\.)*")|(?<name>[^[\]"]+))\])/suy;

function* partsOf(text: string): Generator<string | number | Named> {
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const { dot, key, index, quoted, name } = pattern.exec(text)?.groups ?? {};
    if ((dot !== undefined) !== (key !== undefined && at > 0)) throw malformed(text, at);
    if (key !== undefined) yield key;
    else if (index !== undefined) yield Number(index);
    else if (quoted !== undefined) yield { named: unquoted(quoted, text, at), quoted: true };
    else if (name !== undefined) yield { named: name, quoted: false };
    else throw malformed(text, at);
    at = pattern.lastIndex;
  }
}

function unquoted(quoted: string, text: string, at: number): string {
  try {
    return JSON.parse(quoted) as string;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw malformed(text, at);
  }
}

function itemNamed({ named, quoted }: Named, node: unknown, parent: Path, text: string): string | number {
  if (isMapping(node) || (quoted && !isList(node))) return named;
  if (node === undefined)
    throw new Problem({
      code: "design/malformed-path",
      found: `\`[${named}]\` in \`${text}\` is a name, and there is no list to look it up in.`,
      fix: "use the number of the item, counted from 0",
      at: { path: pathText(parent) },
    });
  const items = isList(node) ? node : [];
  const found = numbersOf(named, items);
  if (found.length === 1) return found[0]!;
  throw found.length > 1 ? ambiguous(named, found, parent) : unnamed(named, items, parent);
}

function numbersOf(name: string, items: readonly unknown[]): number[] {
  for (const key of namingKeys) {
    const found = items.flatMap((item, i) => (isMapping(item) && item[key] === name ? [i] : []));
    if (found.length > 0) return found;
  }
  return items.flatMap((item, i) => (item === name ? [i] : []));
}

function ambiguous(name: string, found: readonly number[], parent: Path): Problem {
  return new Problem({
    code: "design/malformed-path",
    found: `${found.length} items of \`${pathText(parent)}\` are called \`${name}\`.`,
    fix: `use the number of one: ${found.map((i) => `\`${pathText([...parent, i])}\``).join(", ")}`,
    at: { path: pathText(parent) },
  });
}

function unnamed(name: string, items: readonly unknown[], parent: Path): Problem {
  const names = items.flatMap((item) => nameOf(item) ?? []);
  const meant = nearest(name, names);
  const known = names.length === 0 ? "use the number of the item, counted from 0" : `use one of ${listed(names)}`;
  return new Problem({
    code: "design/no-such-path",
    found: `No item of \`${pathText(parent)}\` is called \`${name}\`.`,
    fix: meant === undefined ? known : `write \`[${meant}]\`, if that is what was meant`,
    at: { path: pathText(parent) },
  });
}

function nameOf(item: unknown): string | undefined {
  const name = isMapping(item) ? namingKeys.map((key) => item[key]).find((one) => one !== undefined) : item;
  return typeof name === "string" ? name : undefined;
}

const listed = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => `\`[${name}]\``)
    .join(", ");

function malformed(text: string, at: number): Problem {
  return new Problem({
    code: "design/malformed-path",
    found: `\`${text}\` is not a path: \`${text.slice(at, at + 20)}\` at character ${at + 1} is neither a key nor an item.`,
    fix: "write keys with dots between, and items in brackets: `metrics.offline[0].target`",
  });
}
