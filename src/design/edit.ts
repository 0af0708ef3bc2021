import { isAlias, isMap, isScalar, isSeq } from "yaml";
import { Problem } from "../kit/problem.ts";
import { fill } from "./edit/fill.ts";
import { insert } from "./edit/insert.ts";
import { positionOf, stageOrder, type KeyOrder } from "./edit/key-order.ts";
import { locate, noSuchPath, placeOf, refuseShared, type Located } from "./edit/locate.ts";
import { changedAt, isList, isOpen, same, valueAt, type PlainValue } from "./edit/plain-value.ts";
import { remove } from "./edit/remove.ts";
import { applySplices, type Splice } from "./edit/text-lines.ts";
import { changesOf } from "./edit/value-changes.ts";
import { pathText, type Path } from "./unsettled.ts";
import { composeYaml, type ComposedYaml } from "./yaml-source.ts";

export type { KeyOrder } from "./edit/key-order.ts";
export type { PlainValue } from "./edit/plain-value.ts";

/** A change of a design document. Paths lead through the tree as it is written, unsettled values included. */
export type Edit =
  /** Replaces a value or adds a key, with the parents that it lacks. The number behind the last item adds one. */
  | { readonly set: Path; readonly to: PlainValue }
  /** Adds an item to the end of a list, which is made where it is missing. */
  | { readonly add: Path; readonly item: PlainValue }
  /** Takes a key or an item away. A parent that loses its last one stays, as `{}` or `[]`. */
  | { readonly remove: Path };

/**
 * Makes edits in the text of a document, one after the other, and touches only the bytes that must change. Comments on
 * lines of their own stay, wherever they are; a comment at the end of a line goes only when its line does. A set of a
 * collection in the place of one of its kind changes what differs in it. Every result is read again and compared with
 * the tree that it must give, so that a text is never changed in any other way.
 *
 * @param text   YAML that can be read; empty is fine
 * @param order  where new keys belong among those present; by default stages stand in their order, others at the end
 * @throws {Problem} `design/no-such-path`, `design/shared-by-alias`, `design/edit-refused`, and what `readYaml` finds
 */
export function editText(text: string, edits: readonly Edit[], order: KeyOrder = stageOrder): string {
  let document = compose(text);
  for (const edit of edits) document = edited(document, edit, order);
  return text.startsWith("\uFEFF") ? `\uFEFF${document.text}` : document.text;
}

function compose(text: string): ComposedYaml {
  const { composed, problems } = composeYaml(text, "the document");
  if (!composed) throw problems[0]!;
  return composed;
}

interface Change {
  readonly path: Path;
  readonly located: Located;
  readonly expected: unknown;
  readonly ways: Iterable<Splice[]>;
}

function edited(document: ComposedYaml, edit: Edit, order: KeyOrder): ComposedYaml {
  if ("remove" in edit) return made(document, removal(document, edit.remove));
  if ("set" in edit) return written(document, edit.set, edit.to, order);
  const list = valueAt(document.value, edit.add);
  if (!isList(list))
    return isOpen(list) ? written(document, edit.add, [edit.item], order) : refuseAdd(document, edit.add);
  return written(document, [...edit.add, list.length], edit.item, order);
}

function written(document: ComposedYaml, path: Path, value: PlainValue, order: KeyOrder): ComposedYaml {
  const located = locate(document, path);
  if (located.rest.length === 0) {
    const before = valueAt(document.value, path);
    if (same(before, value)) return document;
    const changes = isAlias(located.last.node) ? undefined : changesOf(path, before, value);
    if (changes) return changes.reduce((one, change) => edited(one, change, order), document);
  }
  return made(document, writing(document, located, path, value, order));
}

function writing(document: ComposedYaml, located: Located, path: Path, value: PlainValue, order: KeyOrder): Change {
  const { last, rest } = located;
  const at = path.slice(0, path.length - rest.length);
  const replaced = rest.length === 0 || isOpen(valueAt(document.value, at));
  refuseShared(document, located, path, replaced);
  const expected = changedAt(document.value, path, () => value);
  const change = { path, located, expected };
  if (replaced) return { ...change, ways: fill(document, last, nested(rest, value, located, path, document)) };
  const inner = nested(rest.slice(1), value, located, path, document);
  const [part] = rest;
  if (isSeq(last.node) && part === last.node.items.length)
    return { ...change, ways: insert(document, last, { value: inner, position: part }) };
  if (!isMap(last.node) || typeof part !== "string") throw noSuchPath(located, path, document);
  const present = last.node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
  return {
    ...change,
    ways: insert(document, last, { key: part, value: inner, position: positionOf(part, present, order(at)) }),
  };
}

/** The parents that a value lacks, with the value inside. */
function nested(rest: Path, value: PlainValue, located: Located, path: Path, document: ComposedYaml): PlainValue {
  if (rest.some((part) => typeof part === "number" && part !== 0)) throw noSuchPath(located, path, document);
  return rest.reduceRight<PlainValue>(
    (inner, part) => (part === 0 ? [inner] : Object.fromEntries([[part, inner]])),
    value,
  );
}

function removal(document: ComposedYaml, path: Path): Change {
  const located = locate(document, path);
  if (isAlias(located.last.node)) refuseShared(document, located, path, located.rest.length === 0);
  if (located.rest.length > 0) throw noSuchPath(located, path, document);
  if (!located.last.within)
    throw new Problem({
      code: "design/no-such-path",
      found: "The path is empty: it names the whole document.",
      fix: "name the key or the item to take away",
    });
  refuseShared(document, located, path, true);
  const expected = changedAt(document.value, path, () => undefined);
  return { path, located, expected, ways: remove(document, located.last) };
}

/** The first of the ways whose text reads as what is expected. */
function made(document: ComposedYaml, { path, located, expected, ways }: Change): ComposedYaml {
  for (const splices of ways) {
    const { composed } = composeYaml(applySplices(document.text, splices), "the document");
    if (composed && same(composed.value, expected)) return composed;
  }
  throw new Problem({
    code: "design/edit-refused",
    found: `\`${pathText(path)}\` cannot be changed so that the document reads as meant and all else stays as it is.`,
    fix: "change it by hand; a value may hold no control characters",
    at: placeOf(located.last.node, path, document),
  });
}

function refuseAdd(document: ComposedYaml, path: Path): never {
  const { last } = locate(document, path);
  throw new Problem({
    code: "design/no-such-path",
    found: `\`${pathText(path)}\` is not a list, so that nothing can be added to it.`,
    fix: "set its value to a list first, or name the list",
    at: placeOf(last.node, path, document),
  });
}
