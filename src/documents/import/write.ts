import { allowedKeys } from "../../design/schema-keys.ts";
import { designSchema, stages } from "../../design/schema/design.ts";
import type { Path } from "../../design/unsettled.ts";
import { isGroup, isLeaf, isList, type Group, type Leaf, type List, type Node } from "./draft.ts";
import { foldedLines, printable, scalar } from "./write-scalar.ts";

const width = 118;

/** The comment behind a claim: where the document states it. */
export type Remark = (leaves: readonly Leaf[]) => string;

/** A draft as a document in the format: stages in their order, short groups on one line, a remark behind each claim. */
export function writeDraft(root: Group, remark: Remark): string {
  const lines: string[] = [];
  for (const [key, node] of ordered(root, [])) {
    if (!isLeaf(node) || isStage(key)) lines.push("");
    lines.push(...entry(key, node, [key], 0, remark));
  }
  return `${lines.join("\n")}\n`;
}

const isStage = (key: string): boolean => (stages as readonly string[]).includes(key);

function ordered({ group }: Group, path: Path): [string, Node][] {
  const keys = allowedKeys(designSchema, path);
  const place = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return [...group].sort(([a], [b]) => place(a) - place(b));
}

function entry(key: string, node: Node, path: Path, indent: number, remark: Remark): string[] {
  const lead = `${" ".repeat(indent)}${key}:`;
  if (isLeaf(node)) return leafLines(lead, node, indent, remark);
  const flow = flowText(node, path);
  if (flow !== undefined && lead.length + flow.length < width && mayFlow(node, path))
    return [withRemark(`${lead} ${flow}`, node, remark)];
  return [lead, ...inner(node, path, indent + 2, remark)];
}

function inner(node: Group | List, path: Path, indent: number, remark: Remark): string[] {
  if (isList(node)) return node.list.flatMap((item, i) => itemLines(item, [...path, i], indent, remark));
  return ordered(node, path).flatMap(([key, child]) => entry(key, child, [...path, key], indent, remark));
}

function itemLines(item: Node, path: Path, indent: number, remark: Remark): string[] {
  const pad = " ".repeat(indent);
  if (isLeaf(item)) return leafLines(`${pad}-`, item, indent, remark);
  const flow = flowText(item, path);
  if (flow !== undefined && pad.length + flow.length + 2 < width) return [withRemark(`${pad}- ${flow}`, item, remark)];
  const [first = "", ...rest] = inner(item, path, indent + 2, remark);
  return [`${pad}- ${first.trimStart()}`, ...rest];
}

/** Groups of a stage spread over lines; what lies deeper, and lists of words, stand on one where they fit. */
const mayFlow = (node: Group | List, path: Path): boolean =>
  isList(node)
    ? node.list.every(isLeaf)
    : path.length > 2 || (path.length === 2 && !["scale", "constraints"].includes(String(path[1])));

function flowText(node: Node, path: Path): string | undefined {
  if (isLeaf(node)) {
    if (typeof node.value === "string" && /\n/.test(node.value)) return undefined;
    return leafText(node, true);
  }
  const parts = isList(node)
    ? node.list.map((item, i) => flowText(item, [...path, i]))
    : ordered(node, path).map(([key, child]) => joinedEntry(key, flowText(child, [...path, key])));
  if (parts.some((text) => text === undefined)) return undefined;
  return isList(node) ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
}

const joinedEntry = (key: string, text: string | undefined): string | undefined => text && `${key}: ${text}`;

const isOpenWord = ({ value, claim }: Leaf): boolean => !claim && value === "unknown";

/** A claim may be a bare number, which the format reads as a count or a share. */
const leafText = (leaf: Leaf, inFlow: boolean): string =>
  leaf.claim && /^\d{1,9}(?:\.\d{1,9})?$/.test(String(leaf.value))
    ? String(leaf.value)
    : scalar(leaf.value, inFlow, isOpenWord(leaf));

function leafLines(lead: string, leaf: Leaf, indent: number, remark: Remark): string[] {
  const { value } = leaf;
  const line = `${lead} ${leafText(leaf, false)}`;
  if (typeof value !== "string" || leaf.claim) return [withRemark(line, leaf, remark)];
  if (value.includes("\n"))
    return [`${lead} |-`, ...value.split("\n").map((text) => (text === "" ? "" : `${" ".repeat(indent + 2)}${text}`))];
  if (line.length <= width) return [line];
  const lines = foldedLines(value, width - indent - 2);
  return lines ? [`${lead} >-`, ...lines.map((text) => `${" ".repeat(indent + 2)}${text}`)] : [line];
}

function withRemark(line: string, node: Node, remark: Remark): string {
  const claims = [...claimsIn(node)];
  return claims.length === 0 ? line : `${line} # ${remark(claims)}`;
}

function* claimsIn(node: Node): Generator<Leaf> {
  if (isLeaf(node)) {
    if (node.claim) yield node;
  } else for (const child of isGroup(node) ? node.group.values() : node.list) yield* claimsIn(child);
}

/** Every text of a draft without characters that the format refuses. */
export function cleanTexts(node: Node): void {
  if (isLeaf(node)) {
    if (typeof node.value === "string") node.value = printable(node.value);
  } else for (const child of isGroup(node) ? node.group.values() : node.list) cleanTexts(child);
}
