import type { Heading } from "./blocks.ts";
import { isGroup, isLeaf, leafOf, openList, setLeaf, type Group, type Leaf } from "./draft.ts";
import type { SetAsideKind } from "./imported.ts";
import type { RawNumber } from "./numbers/find.ts";
import { spanOfPlain, type Plain } from "./plain.ts";
import type { SourceText } from "./source-text.ts";
import type { Language } from "./words.ts";
import type { Path } from "../../design/unsettled.ts";

/** A number of the document and what became of it. */
export interface Found {
  readonly raw: RawNumber;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
  leaf?: Leaf;
  why?: string;
}

export type Span = readonly [start: number, end: number];

export interface Leftover {
  readonly span: Span;
  readonly heading: string;
  readonly stage: string;
  readonly text: string;
}

/** What an import has read so far. */
export interface State {
  readonly source: SourceText;
  readonly language: Language | undefined;
  readonly title: Heading | undefined;
  readonly root: Group;
  readonly numbers: Found[];
  readonly leftovers: Leftover[];
  readonly setAside: { readonly kind: SetAsideKind; readonly span: Span }[];
  /** Places that a heading or a prompt asks for, and where. */
  readonly asked: Map<string, { readonly span: Span; readonly heading: Heading | undefined }>;
  /** Headings under which something is said. */
  readonly answered: Set<Heading>;
}

/** Says something is no statement. */
export function putAside(state: State, kind: SetAsideKind, plain: Plain): void {
  state.setAside.push({ kind, span: spanOfPlain(plain) });
}

/** Makes a number a claim at a place, unless another number stands there. */
export function claim(state: State, path: Path, found: Found, value: string | number): boolean {
  const setting = setLeaf(state.root, path, leafOf(value, [found.start, found.end], true));
  if (setting.done === "written" || setting.done === "same") found.leaf = setting.leaf;
  else if (setting.done === "differs") found.why = differs(state, setting.leaf);
  else found.why = "its place is taken by words";
  return found.leaf !== undefined;
}

function differs(state: State, leaf: Leaf): string {
  const line = state.source.range(...leaf.from[0]!).line;
  return `line ${line} says ${leaf.value}`;
}

/** The item of a list that has these values, made where there is none; its place in the list. */
export function itemWith(
  state: State,
  list: Path,
  values: Readonly<Record<string, string>>,
  from: Span,
): Path | undefined {
  const { list: items } = openList(state.root, list) ?? {};
  if (!items) return undefined;
  const at = items.findIndex((item) =>
    Object.entries(values).every(([key, value]) => isGroup(item) && valueAt(item, key) === value),
  );
  if (at >= 0) return [...list, at];
  items.push({ group: new Map(Object.entries(values).map(([key, value]) => [key, leafOf(value, from)])) });
  return [...list, items.length - 1];
}

export function valueAt(group: Group, key: string): Leaf["value"] | undefined {
  const leaf = group.group.get(key);
  return isLeaf(leaf) ? leaf.value : undefined;
}
