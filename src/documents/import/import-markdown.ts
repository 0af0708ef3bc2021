import type { DesignDocument } from "../../design/design.ts";
import { pathText } from "../../design/unsettled.ts";
import { readBlocks, type Reading } from "./blocks.ts";
import { emptyGroup, isLeaf, leafOf, leaves, nodeAt, setLeaf, type Group, type Leaf } from "./draft.ts";
import {
  complete,
  markUnknown,
  notesHome,
  prune,
  settle,
  writeNotes,
  type Refused,
  type SettledDraft,
} from "./finish.ts";
import type { FoundNumber, Imported, ImportedArchitecture, PlacedValue } from "./imported.ts";
import { admit } from "./limits.ts";
import { frontTitle, slugOf, systemOf, titleOf } from "./name.ts";
import { placeBlock } from "./place.ts";
import { spanOfPlain } from "./plain.ts";
import { sourceText } from "./source-text.ts";
import type { Found, State } from "./state.ts";
import { languageOf } from "./words.ts";

/**
 * Reads an existing design document, in any order and in several languages, into a design. Only what the document
 * states is written: what it leaves open stays open, what has no place is kept in notes, and its text is data.
 *
 * @param file  name of the document, for the places of claims
 * @throws {Problem} `import/empty`, `import/not-text`, `import/too-large`, `import/too-deep`, `import/too-tangled`
 */
export const importMarkdown = (text: string, { file }: { readonly file: string }): Imported =>
  readMarkdown(text, file).imported;

/** What a document says, and the design that it was written as. */
export function readMarkdown(text: string, file: string): { imported: Imported; document: DesignDocument } {
  const reading = readBlocks(admit(text, file), text);
  const state = newState(reading, text, file);
  nameDesign(reading, state);
  for (const block of reading.blocks) placeBlock(block, state);
  nameSystem(state);
  const { document, refused } = write(state);
  return { imported: imported(document.text, refused, state), document };
}

function newState(reading: Reading, text: string, file: string): State {
  return {
    source: sourceText(text, file.replace(/[\p{C}\s]+/gu, " ")),
    language: languageOf(reading.blocks.map(({ plain }) => plain.text).join("\n")),
    title: titleOf(reading),
    root: emptyGroup(),
    numbers: [],
    leftovers: [],
    setAside: reading.silent.map(({ kind, start, end }) => ({ kind, span: [start, end] })),
    asked: new Map(),
    answered: new Set(),
  };
}

function nameDesign(reading: Reading, state: State): void {
  const front = frontTitle(reading);
  const heading = state.title?.plain;
  const title = front?.text ?? heading?.text;
  const span: readonly [number, number] = front ? [front.start, front.end] : heading ? spanOfPlain(heading) : [0, 0];
  setLeaf(state.root, ["plumbline"], leafOf(1, [0, 0]));
  setLeaf(state.root, ["name"], leafOf(slugOf(title, state.source.file), span));
  if (title) setLeaf(state.root, ["title"], leafOf(title.replace(/\s+/g, " ").trim(), span));
}

/** The title names the kind of system, or else what it is for. */
function nameSystem(state: State): void {
  const titled = nodeAt(state.root, ["title"]);
  for (const node of [
    titled,
    ...["problem", "decision", "objective"].map((key) => nodeAt(state.root, ["requirements", key])),
  ]) {
    const system = isLeaf(node) ? systemOf(String(node.value)) : undefined;
    if (!system || !isLeaf(node)) continue;
    setLeaf(state.root, ["system"], leafOf(system, node.from[0]!));
    return;
  }
}

function write(state: State): SettledDraft {
  const { root } = state;
  markUnknown(state);
  const incomplete = complete(root);
  prune(root);
  writeNotes(
    [...state.leftovers, ...incomplete.filter(({ leaf }) => !leaf.claim).map(({ leaf }) => leftoverOf(leaf, state))],
    state,
  );
  const { document, refused } = settle(root, (claims) => remark(claims, state));
  return { document, refused: [...incomplete, ...refused] };
}

function leftoverOf({ from }: Leaf, { source }: State): State["leftovers"][number] {
  const [start, end] = from[0]!;
  return { span: [start, end], heading: "", stage: "requirements", text: source.text.slice(start, end) };
}

const shownLines = 6;

/** `imported, unconfirmed (doc.md:41)` */
function remark(claims: readonly Leaf[], { source }: State): string {
  const lines = claims.flatMap(({ from }) => from.map(([start, end]) => source.range(start, end).line));
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const more = sorted.length > shownLines ? ` and ${sorted.length - shownLines} more` : "";
  return `imported, unconfirmed (${source.file}:${sorted.slice(0, shownLines).join(", ")}${more})`;
}

function imported(yaml: string, refused: readonly Refused[], state: State): Imported {
  const { source, root } = state;
  const paths = new Map([...leaves(root)].map(({ leaf, path }) => [leaf, pathText(path)]));
  const reasons = new Map(refused.map(({ leaf, why }) => [leaf, why]));
  return {
    yaml,
    placed: placedValues(root, state),
    numbers: state.numbers
      .toSorted((a, b) => a.start - b.start)
      .map((found) => foundNumber(found, paths, reasons, state)),
    unplaced: leftBlocks(refused, state),
    setAside: state.setAside
      .toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
      .map(({ kind, span: [start, end] }) => ({
        kind,
        text: source.text.slice(start, end),
        range: source.range(start, end),
      })),
    architecture: architectureOf(root, state),
  };
}

function placedValues(root: Group, { source }: State): PlacedValue[] {
  return [...leaves(root)]
    .filter(
      ({ path, leaf }) =>
        path[0] !== "plumbline" && path.at(-1) !== "notes" && leaf.from.some(([start, end]) => end > start),
    )
    .flatMap(({ leaf, path }) =>
      leaf.from.map(([start, end]) => ({
        path: pathText(path),
        value: String(leaf.value),
        text: source.text.slice(start, end),
        range: source.range(start, end),
      })),
    );
}

function foundNumber(
  { raw, start, end, leaf, why }: Found,
  paths: ReadonlyMap<Leaf, string>,
  reasons: ReadonlyMap<Leaf, string>,
  { source }: State,
): FoundNumber {
  const path = leaf && paths.get(leaf);
  const range = source.range(start, end);
  const reason = path ? undefined : ((leaf && reasons.get(leaf)) ?? why ?? "the format has no place for it");
  return {
    text: source.text.slice(start, end),
    range,
    line: range.line,
    kind: raw.kind,
    ...(raw.quantity !== undefined && { quantity: raw.quantity }),
    ...(path && { path }),
    ...(reason && { why: reason }),
  };
}

function leftBlocks(refused: readonly Refused[], state: State): Imported["unplaced"] {
  const { source, root } = state;
  const blocks = state.leftovers.map(({ span, heading, stage }) => ({ span, heading, stage }));
  const words = refused
    .filter(({ leaf }) => !leaf.claim)
    .map(({ leaf }) => ({ span: leaf.from[0]!, heading: "", stage: "requirements" }));
  return [...blocks, ...words]
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map(({ span: [start, end], heading, stage }) => ({
      text: source.text.slice(start, end),
      range: source.range(start, end),
      ...(heading && { heading }),
      stage: notesHome(stage, root),
    }));
}

function architectureOf(root: Group, { source }: State): ImportedArchitecture {
  const values = (list: string): Record<string, string>[] => {
    const rows: Record<string, string>[] = [];
    for (const { leaf, path } of leaves(root))
      if (path[0] === "architecture" && path[1] === list)
        (rows[Number(path[2])] ??= {})[String(path[3])] = String(leaf.value);
    return rows;
  };
  const range = (list: string, i: number): ReturnType<typeof source.range> => {
    const node = nodeAt(root, ["architecture", list, i, list === "flows" ? "from" : "name"]);
    return source.range(...(isLeaf(node) ? node.from[0]! : ([0, 0] as const)));
  };
  return {
    components: values("components").map(({ name = "" }, i) => ({ name, range: range("components", i) })),
    flows: values("flows").map(({ from = "", to = "", carries }, i) => ({
      from,
      to,
      ...(carries && { carries }),
      range: range("flows", i),
    })),
  };
}
