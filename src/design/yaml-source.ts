import { LineCounter, isMap, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLError } from "yaml";
import { Problem, type Place } from "../kit/problem.ts";
import { pathText, type Path } from "./unsettled.ts";

/** A YAML text, read, with the place of everything in it. */
export interface YamlSource {
  readonly value: unknown;
  /** Where a path stands: its value, or its nearest parent that exists. */
  placeOf(path: Path): Place;
  /** Where a key stands (not its value). */
  placeOfKey(path: Path): Place;
}

/** Largest document that is read, in characters. */
export const maximumDesignCharacters = 1_000_000;
const maximumDepth = 60;

/**
 * Reads YAML with limits on size, nesting and aliases.
 *
 * @throws {Problem[]} never; problems are returned, the source is `undefined` when there are any
 */
export function readYaml(text: string, file: string): { source?: YamlSource; problems: Problem[] } {
  const tooMuch = checkLimits(text, file);
  if (tooMuch) return { problems: [tooMuch] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0)
    return { problems: document.errors.slice(0, 10).map((error) => yamlProblem(error, lines, file)) };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { source: { value, ...places(document, lines, file) }, problems: [] };
  } catch (cause) {
    return { problems: [refusedAlias(cause, file)] };
  }
}

function checkLimits(text: string, file: string): Problem | undefined {
  if (text.length > maximumDesignCharacters)
    return new Problem({
      code: "design/too-large",
      found: `The document has ${text.length.toLocaleString("en")} characters; at most ${maximumDesignCharacters.toLocaleString("en")} are read.`,
      fix: "keep data out of the document; a design is a few pages",
      at: { file },
    });
  const deep = deepestBracket(text);
  if (deep.depth <= maximumDepth) return undefined;
  return new Problem({
    code: "design/not-yaml",
    found: `Brackets or indents are nested more than ${maximumDepth} deep.`,
    fix: "flatten the document",
    at: { file, line: deep.line },
  });
}

/** A cheap upper bound on nesting, so that hostile text never reaches the recursive reader. */
function deepestBracket(text: string): { depth: number; line: number } {
  let depth = 0;
  let line = 1;
  for (let i = 0; i < text.length && depth <= maximumDepth; i++) {
    const character = text[i];
    if (character === "\n") {
      line++;
      const indent = /^(?:[ ]|[-?:] )*/.exec(text.slice(i + 1, i + 1 + 4 * maximumDepth))![0].length;
      if (indent > 2.5 * maximumDepth) return { depth: indent, line };
    } else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
  }
  return { depth, line };
}

function yamlProblem(error: YAMLError, lines: LineCounter, file: string): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  return new Problem({
    code: "design/not-yaml",
    found: `The YAML cannot be read: ${firstSentence(error.message)}.`,
    fix: yamlFix(error.code),
    at: { file, line, column: col },
  });
}

const firstSentence = (message: string): string => (message.split(/ at line |\n/)[0] ?? message).replace(/[.:]$/, "");

function yamlFix(code: string): string {
  if (code === "TAB_AS_INDENT") return "indent with spaces, two for each level";
  if (code === "DUPLICATE_KEY") return "keep one of the two keys";
  if (code === "MULTIPLE_DOCS") return "keep one document per file (remove the `---`)";
  if (code === "BAD_INDENT" || code === "MISSING_CHAR")
    return "check the indent of this line and the brackets and quotes before it";
  return "compare the line with the examples in the reference; quote a text that holds `: ` or starts with a sign";
}

function refusedAlias(cause: unknown, file: string): Problem {
  const why = cause instanceof Error ? firstSentence(cause.message) : String(cause);
  return new Problem({
    code: "design/not-yaml",
    found: `The YAML's anchors and aliases are refused: ${why}.`,
    fix: "write the values out instead of repeating them by alias",
    at: { file },
    cause,
  });
}

function places(document: Document, lines: LineCounter, file: string): Pick<YamlSource, "placeOf" | "placeOfKey"> {
  const at = (offset: number | undefined, path: Path): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(1, line), column: Math.max(1, col), path: pathText(path) };
  };
  return {
    placeOf: (path) => at(find(document.contents as Node | null, path).node?.range?.[0], path),
    placeOfKey: (path) => {
      const { key, node } = find(document.contents as Node | null, path);
      return at((key ?? node)?.range?.[0], path);
    },
  };
}

/** The deepest node on the way along a path, and its key. */
function find(node: Node | null, path: Path): { node: Node | null; key?: Node | undefined } {
  let found: { node: Node | null; key?: Node | undefined } = { node };
  for (const part of path) {
    const next = child(found.node, part);
    if (!next) return found;
    found = next;
  }
  return found;
}

function child(node: Node | null, part: string | number): { node: Node | null; key?: Node | undefined } | undefined {
  if (isSeq(node) && typeof part === "number") {
    const item = node.items[part] as Node | undefined;
    return item && { node: item };
  }
  if (!isMap(node)) return undefined;
  const pair = (node.items as Pair<Node, Node | null>[]).find(
    (item) => String((item.key as { value?: unknown }).value ?? item.key) === String(part),
  );
  return pair && { node: pair.value ?? pair.key, key: pair.key };
}
