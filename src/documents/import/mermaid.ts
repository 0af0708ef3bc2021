import { part, spanOfPlain, type Plain } from "./plain.ts";

export interface DiagramNode {
  readonly id: string;
  readonly name: string;
  readonly span: readonly [number, number];
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly carries?: string;
  readonly span: readonly [number, number];
}

export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

const HEADER = /^\s*(?:%%.*\n\s*)*(?:flowchart|graph)\b[^\n;]*/;
const NODE =
  /^([\p{L}\d_][\p{L}\d_.-]*?)(?=[\s[({>&;]|--|==|-\.|$)(?:\s*(?:\[\(|\[\[|\(\[|\(\(|\[\/|\{\{|\[|\(|\{|>)\s*("[^"]*"|[^\]})|]*?)\s*(?:\)\]|\]\]|\]\)|\)\)|\/\]|\}\}|\]|\)|\}))?(?::::[\w-]+)?/u;
const ARROW =
  /^\s*(?:<?(?:--|==|-\.)(?:\s+("[^"]*"|[^|>\n-][^>|\n]*?)\s+(?:-->|==>|\.->|---)|(?:>|-+>?|=+>?|\.?-+>|\.->|-+[xo]|[xo])))(?:\s*\|\s*("[^"]*"|[^|]*?)\s*\|)?\s*/;
const mostNodes = 300;

/** Reads a mermaid flowchart or graph; `undefined` for other kinds of diagram. */
export function readMermaid(code: Plain): Diagram | undefined {
  const header = HEADER.exec(code.text);
  if (!header) return undefined;
  const nodes = new Map<string, DiagramNode>();
  const edges: DiagramEdge[] = [];
  let from = header[0].length;
  for (const piece of code.text.slice(from).split(/[\n;]/)) {
    const line = part(code, from, from + piece.length);
    from += piece.length + 1;
    if (!/^(?:%%|subgraph\b|end\b|direction\b|style\b|classDef\b|class\b|click\b|linkStyle\b)/.test(line.text))
      readLine(line, nodes, edges);
    if (nodes.size > mostNodes) return undefined;
  }
  return { nodes: [...nodes.values()], edges };
}

/** `A[Log] & B -->|events| C(Store) --> D` */
function readLine(line: Plain, nodes: Map<string, DiagramNode>, edges: DiagramEdge[]): void {
  let at = 0;
  let [left, carries]: [string[], string | undefined] = [[], undefined];
  for (;;) {
    const group = readGroup(line, at, nodes);
    if (!group) return;
    const span = spanOfPlain(line);
    for (const from of left) for (const to of group.ids) edges.push({ from, to, span, ...(carries && { carries }) });
    const arrow = ARROW.exec(line.text.slice(group.end));
    if (!arrow) return;
    [left, carries] = [group.ids, unquoted(arrow[1] ?? arrow[2])];
    at = group.end + arrow[0].length;
  }
}

function readGroup(
  line: Plain,
  start: number,
  nodes: Map<string, DiagramNode>,
): { ids: string[]; end: number } | undefined {
  const ids: string[] = [];
  let at = start;
  for (;;) {
    const match = NODE.exec(line.text.slice(at));
    if (!match) return undefined;
    ids.push(match[1]!);
    declare(match, part(line, at, at + match[0].length), nodes);
    at += match[0].length;
    const and = /^\s*&\s*/.exec(line.text.slice(at));
    if (!and) return { ids, end: at };
    at += and[0].length;
  }
}

function declare(match: RegExpExecArray, plain: Plain, nodes: Map<string, DiagramNode>): void {
  const [, id, label] = match;
  const known = nodes.get(id!);
  if (known && (label === undefined || known.name !== known.id)) return;
  nodes.set(id!, { id: id!, name: unquoted(label) ?? id!, span: spanOfPlain(plain) });
}

function unquoted(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/^"|"$/g, "")
    .replace(/<br\s*\/?>|\\n/gi, ", ")
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? undefined : plain;
}
