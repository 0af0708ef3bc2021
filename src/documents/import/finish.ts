import type { DesignDocument } from "../../design/design.ts";
import { parseDesign } from "../../design/parse.ts";
import type { Path } from "../../design/unsettled.ts";
import {
  isGroup,
  isLeaf,
  isList,
  leafOf,
  leaves,
  nodeAt,
  remove,
  setLeaf,
  toPath,
  type Group,
  type Leaf,
  type Node,
} from "./draft.ts";
import type { Leftover, State } from "./state.ts";
import { cleanTexts, writeDraft } from "./write.ts";

/** Keys that the format needs beside others; without them it cannot hold the others. */
const needs: readonly (readonly [group: string, key: string])[] = [
  ["serving.cache", "what"],
  ["monitoring.experiment", "unit"],
  ["monitoring.feedback", "log"],
  ["model.baseline", "kind"],
  ["model.rank", "kind"],
  ["model.explanation", "how"],
  ["model.explore", "policy"],
];

/** What the format refused, and why. */
export interface Refused {
  readonly leaf: Leaf;
  readonly why: string;
}

/** Asked and not answered: `unknown`. */
export function markUnknown(state: State): void {
  for (const [path, { span, heading }] of state.asked) {
    const at = toPath(path);
    const answered = heading !== undefined && state.answered.has(heading);
    if (!answered && nodeAt(state.root, at) === undefined && !openAbove(at, state))
      setLeaf(state.root, at, leafOf("unknown", span));
  }
}

const openAbove = (path: Path, { root }: State): boolean =>
  path.some((_, i) => i > 0 && isLeaf(nodeAt(root, path.slice(0, i))));

/** Labels without a name get one, because the format has no label without; groups without what they need go. */
export function complete(root: Group): Refused[] {
  const labels = nodeAt(root, ["data", "labels"]);
  const label = isList(labels) ? labels.list[0] : undefined;
  if (isGroup(label) && !label.group.has("name")) label.group.set("name", leafOf("label", firstSpan(label)));
  return needs.flatMap(([group, key]) => {
    const node = nodeAt(root, toPath(group));
    if (!isGroup(node) || isSettled(node.group.get(key))) return [];
    const gone = [...leaves(node)].map(({ leaf }) => ({
      leaf,
      why: `the format keeps it beside \`${key}\`, which the document does not state`,
    }));
    remove(root, toPath(group));
    return gone;
  });
}

const isSettled = (node: Node | undefined): boolean =>
  isLeaf(node) && node.value !== "unknown" && !String(node.value).startsWith("later: ");
const firstSpan = (node: Node): readonly [number, number] => [...leaves(node)][0]?.leaf.from[0] ?? [0, 0];

const mostNotes = 60_000;

/** What is left goes into the notes of the part of the design that it stands under. */
export function writeNotes(leftovers: readonly Leftover[], state: State): void {
  const notes = new Map<string, string[]>();
  let written = 0;
  for (const { span, stage, text } of leftovers) {
    const words = text.replace(/[ \t]*\n\s*/g, " ").trim();
    const line = state.source.range(...span).line;
    if (written + words.length > mostNotes || words === "") continue;
    written += words.length;
    const home = notesHome(stage, state.root);
    notes.set(home, [...(notes.get(home) ?? []), `${words} (line ${line})`]);
  }
  for (const [home, lines] of notes) setLeaf(state.root, [home, "notes"], leafOf(lines.join("\n"), [0, 0]));
}

const withNotes = ["requirements", "metrics", "data", "model", "serving", "monitoring", "organisation", "architecture"];

/** The part of the design whose notes hold a text of a stage; lists have none. */
export function notesHome(stage: string, root: Group): string {
  const home =
    stage === "features"
      ? "data"
      : stage === "risks"
        ? "organisation"
        : withNotes.includes(stage)
          ? stage
          : "requirements";
  return isLeaf(root.group.get(home)) ? "requirements" : home;
}

/** A design that is accepted; its text is that of the draft. */
export interface SettledDraft {
  readonly document: DesignDocument;
  readonly refused: Refused[];
}

/** Writes the draft, and takes out what the format refuses, until it accepts the rest. */
export function settle(root: Group, remark: (claims: readonly Leaf[]) => string): SettledDraft {
  cleanTexts(root);
  const refused: Refused[] = [];
  for (let round = 0; round < 200; round++) {
    const yaml = writeDraft(root, remark);
    const { document, problems } = parseDesign(yaml);
    if (document) return { document, refused };
    if (problems[0]!.code === "design/too-large") {
      refused.push(...shorten(root));
      continue;
    }
    const before = refused.length;
    for (const { at, found } of problems) refused.push(...takeOut(root, at?.path, found));
    if (refused.length === before) break;
  }
  return { document: bare(root, remark), refused };
}

/** Takes out the longest text, or the second half of the longest list, of a design that is too long to be one. */
function shorten(root: Group): Refused[] {
  const parts = [...partsOf(root, [])].map((part) => ({ ...part, size: sizeOf(part.node) }));
  const { node, path } = parts.reduce((largest, part) => (part.size > largest.size ? part : largest));
  const why = "the design is longer than a design may be";
  if (isList(node) && node.list.length > 1)
    return node.list
      .splice(Math.ceil(node.list.length / 2))
      .flatMap((item) => [...leaves(item)].map(({ leaf }) => ({ leaf, why })));
  const gone = [...leaves(node)].map(({ leaf }) => ({ leaf, why }));
  remove(root, path);
  return gone.filter(({ leaf }) => path.at(-1) !== "notes" || leaf.claim);
}

function* partsOf(node: Node, path: Path): Generator<{ node: Node; path: Path }> {
  if (isGroup(node)) for (const [key, child] of node.group) yield* partsOf(child, [...path, key]);
  else yield { node, path };
}

const sizeOf = (node: Node): number =>
  [...leaves(node)].reduce((sum, { leaf }) => sum + String(leaf.value).length + 40, 0);

function takeOut(root: Group, path: string | undefined, why: string): Refused[] {
  for (let at = toPath(path ?? ""); at.length > 0; at = at.slice(0, -1)) {
    const node = nodeAt(root, at);
    if (!node || (at.length === 1 && ["plumbline", "name"].includes(String(at[0])))) continue;
    const gone = [...leaves(node)].map(({ leaf }) => ({ leaf, why: `the format refuses it: ${why}` }));
    remove(root, at);
    return gone;
  }
  return [];
}

/** The name alone, for what can be written in no other way. */
function bare(root: Group, remark: (claims: readonly Leaf[]) => string): DesignDocument {
  for (const key of root.group.keys()) if (!["plumbline", "name"].includes(key)) root.group.delete(key);
  const { document, problems } = parseDesign(writeDraft(root, remark));
  if (!document) throw new Error(`An imported document is no design: ${problems[0]?.message}`);
  return document;
}

/** Takes out lists and groups in which nothing stands. */
export function prune(node: Node): boolean {
  if (isLeaf(node)) return true;
  if (isList(node))
    node.list.splice(0, node.list.length, ...node.list.filter((item) => item !== undefined && prune(item)));
  else for (const [key, child] of node.group) if (!prune(child)) node.group.delete(key);
  return isList(node) ? node.list.length > 0 : node.group.size > 0;
}
