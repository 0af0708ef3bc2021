import {
  LineCounter,
  isAlias,
  isMap,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLWarning,
} from "yaml";
import { Problem, type Place } from "../kit/problem.ts";
import { pathText, type Path } from "./unsettled.ts";
import { checkLimits } from "./yaml-limits.ts";
import { nodeFaults } from "./yaml-nodes.ts";

export { maximumDesignCharacters } from "./yaml-limits.ts";

/** A YAML text, read, with the place of everything in it. */
export interface YamlSource {
  readonly value: unknown;
  /** Where a path stands: its value, or its nearest parent that exists. */
  placeOf(path: Path): Place;
  /** Where a key stands (not its value). */
  placeOfKey(path: Path): Place;
  /** From a key (or an item) to the end of its value, or those of the nearest parent that exists. */
  spanOf(path: Path): Span;
}

/** A stretch of a text; the end lies behind its last character. */
export interface Span extends Place {
  readonly endLine?: number;
  readonly endColumn?: number;
}

const shownFaults = 10;

/** A YAML text as nodes, each with the tokens that it was read from. */
export interface ComposedYaml {
  /** Without byte order mark; all offsets count from its start. */
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly value: unknown;
}

/**
 * Reads YAML 1.2 with limits on size, nesting and aliases; keys are texts, and tags are refused.
 *
 * @returns problems, and no source when there are any
 */
export function readYaml(withMark: string, file: string): { source?: YamlSource; problems: Problem[] } {
  const { composed, problems } = composeYaml(withMark, file);
  if (!composed) return { problems };
  return { source: { value: composed.value, ...places(composed.document, composed.lines, file) }, problems };
}

/** Like `readYaml`, for those who need the nodes. */
export function composeYaml(withMark: string, file: string): { composed?: ComposedYaml; problems: Problem[] } {
  const text = withMark.replace(/^\uFEFF/, "");
  const tooMuch = checkLimits(text, file);
  if (tooMuch) return { problems: [tooMuch] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: "core",
    resolveKnownTags: false,
    stringKeys: true,
    keepSourceTokens: true,
    uniqueKeys: false, // `nodeFaults` does it in linear time, and says where the first one is.
  });
  const problems = [...faultsOf(document, lines, file)].slice(0, shownFaults);
  if (problems.length > 0) return { problems };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { composed: { text, document, lines, value }, problems: [] };
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    return { problems: [tooManyAliases(document, cause, lines, file)] };
  }
}

function faultsOf(document: Document.Parsed, lines: LineCounter, file: string): Problem[] {
  const all = [...document.errors, ...document.warnings];
  const tabs = all.filter(({ code }) => code === "TAB_AS_INDENT");
  // A tab derails the reader for the rest of the document: what it says of other lines would mislead.
  const refused = (tabs.length > 0 ? tabs : all).slice(0, shownFaults);
  if (refused.length > 0) return refused.map((error) => yamlProblem(error, lines, file));
  return nodeFaults(document as unknown as Document, (offset) => lines.linePos(offset).line).map(
    ({ offset, found, fix }) => new Problem({ code: "design/not-yaml", found, fix, at: placeAt(offset, lines, file) }),
  );
}

function placeAt(offset: number, lines: LineCounter, file: string): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

function yamlProblem(error: YAMLError | YAMLWarning, lines: LineCounter, file: string): Problem {
  const { found, fix } = yamlWords[error.code] ?? {};
  return new Problem({
    code: "design/not-yaml",
    found: found ?? `The YAML cannot be read: ${firstSentence(error.message)}.`,
    fix: fix ?? "compare the line with the examples; quote a text that holds `: ` or starts with a sign",
    at: placeAt(error.pos[0], lines, file),
  });
}

const firstSentence = (message: string): string => (message.split(/ at line |\n/)[0] ?? message).replace(/[.:]$/, "");

const checkIndent = { fix: "check the indent of this line, and the brackets and quotes before it" };
const yamlWords: Partial<Record<YAMLError["code"], { found?: string; fix: string }>> = {
  TAB_AS_INDENT: { found: "The line is indented with a tab.", fix: "indent with spaces, two for each level" },
  MULTIPLE_DOCS: {
    found: "There is more than one document in the file.",
    fix: "keep one document per file (remove the `---`)",
  },
  NON_STRING_KEY: { found: "A key is not a text.", fix: "write keys as words: `key: value`" },
  TAG_RESOLVE_FAILED: { found: "Tags such as `!name` have no meaning here.", fix: "take the tag away" },
  BAD_INDENT: checkIndent,
  MISSING_CHAR: checkIndent,
};

function tooManyAliases(document: Document.Parsed, cause: Error, lines: LineCounter, file: string): Problem {
  let offset = 0;
  visit(document, (_, node) => {
    if (!isAlias(node)) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return new Problem({
    code: "design/not-yaml",
    found: "The aliases repeat each other so often that the document would become far larger than it is.",
    fix: "write the values out instead of repeating them by alias",
    at: placeAt(offset, lines, file),
    cause,
  });
}

function places(
  document: Document,
  lines: LineCounter,
  file: string,
): Pick<YamlSource, "placeOf" | "placeOfKey" | "spanOf"> {
  const at = (offset: number | undefined, path: Path): Place => ({
    ...placeAt(offset ?? 0, lines, file),
    path: pathText(path),
  });
  return {
    placeOf: (path) => at(find(document.contents as Node | null, path).node?.range?.[0], path),
    placeOfKey: (path) => {
      const { key, node } = find(document.contents as Node | null, path);
      return at((key ?? node)?.range?.[0], path);
    },
    spanOf: (path) => {
      const { key, node } = find(document.contents as Node | null, path);
      const start = (key ?? node)?.range?.[0];
      const { line, column } = placeAt(Math.max(start ?? 0, node?.range?.[1] ?? 0), lines, file);
      return { ...at(start, path), ...(line && { endLine: line }), ...(column && { endColumn: column }) };
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
