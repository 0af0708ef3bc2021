import type { z } from "zod";
import { Problem, type Place } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { valueAt } from "./edit/plain-value.ts";
import { designSchema } from "./schema/design.ts";
import { allowedKeys, allowedWords, examplesAt } from "./schema-keys.ts";
import { pathText, readUnsettled, type Path } from "./unsettled.ts";

/** What is needed to say of a mistake where it stands and what stands there. Paths are those of the settled tree. */
export interface Document {
  /** As written. */
  readonly tree: unknown;
  placeOf(path: Path): Place;
  placeOfKey(path: Path): Place;
  writtenPath(path: Path): Path;
}

type Issue = z.core.$ZodIssue;

/** Turns the schema's issues into problems, each with its place and what was probably meant. */
export function* issueProblems(issues: readonly Issue[], document: Document): Generator<Problem> {
  const misspelt = misspeltKeys(issues);
  for (const issue of issues) if (!isMisspelt(issue, misspelt, document)) yield* oneIssue(issue, document);
}

function* oneIssue(issue: Issue, document: Document): Generator<Problem> {
  const path = issue.path as Path;
  const inner = issue.code === "custom" ? (issue.params?.["problem"] as Problem | undefined) : undefined;
  if (inner) yield new Problem({ code: inner.code, found: inner.found, fix: inner.fix, at: document.placeOf(path) });
  else if (issue.code === "unrecognized_keys") for (const key of issue.keys) yield unknownKey(path, key, document);
  else if (issue.code === "invalid_union" && issue.errors.some(fitsAtTop)) yield* bestBranch(issue, document);
  else yield wrongValue(issue, document);
}

/** An alternative of a union whose own kind of value was found, so that the mistake lies inside of it. */
const fitsAtTop = (branch: readonly Issue[]): boolean =>
  !branch.some((one) => one.path.length === 0 && one.code === "invalid_type");

/** Of the alternatives of a union, the one with the fewest mistakes. */
function bestBranch(issue: z.core.$ZodIssueInvalidUnion, document: Document): Problem[] {
  const branches = issue.errors.filter(fitsAtTop).map((branch) => {
    const placed = branch.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
    return [...issueProblems(placed.slice(0, 20), document)];
  });
  return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
}

/** Path of a group of keys → its keys that the schema does not know. */
function misspeltKeys(issues: readonly Issue[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? [[pathText(issue.path as Path), issue.keys.slice(0, 20)] as const] : [],
    ),
  );
}

/** A key that is missing because it is misspelt is one mistake, not two. */
function isMisspelt(issue: Issue, misspelt: ReadonlyMap<string, readonly string[]>, document: Document): boolean {
  const path = issue.path as Path;
  const parent = path.slice(0, -1);
  const candidates = misspelt.get(pathText(parent));
  if (!candidates || !isMissing(valueAt(document.tree, document.writtenPath(path)))) return false;
  const allowed = allowedKeys(designSchema, parent);
  return candidates.some((key) => nearest(key, allowed) === path.at(-1));
}

const isMissing = (value: unknown): boolean => value === undefined;

/** @param path  the group of keys in which it stands */
export function unknownKey(path: Path, key: string, document: Document): Problem {
  const allowed = allowedKeys(designSchema, path);
  const where = path.length === 0 ? "the document" : `\`${pathText(document.writtenPath(path))}\``;
  const at = document.placeOfKey([...path, key]);
  if (allowed.includes(key))
    return new Problem({
      code: "design/unknown-key",
      found: `\`${key}\` cannot stand beside the other keys of ${where}.`,
      fix: "give it an item of its own, or take one of the two away",
      at,
    });
  const meant = nearest(key, allowed);
  const value = valueAt(document.tree, document.writtenPath([...path, key]));
  if (value === null && /\s/.test(key))
    return new Problem({
      code: "design/unknown-key",
      found: `\`${shorten(key)}\` stands where a key is expected in ${where}.`,
      fix: "quote the text before it: inside `{ }` a comma ends a text",
      at,
    });
  return new Problem({
    code: "design/unknown-key",
    found: `\`${shorten(key)}\` is not a key of ${where}.`,
    fix: meant ? `write \`${meant}\`, if that is what was meant` : `use one of ${listed(allowed)}`,
    at,
  });
}

function wrongValue(issue: Issue, document: Document): Problem {
  const path = issue.path as Path;
  const found = valueAt(document.tree, document.writtenPath(path));
  const at = document.placeOf(path);
  const { wanted, fix } = wantedBy(issue, found);
  const key = path.at(-1);
  if (isMissing(found) && typeof key === "string")
    return new Problem({
      code: "design/wrong-value",
      found: `\`${key}\` is missing${path.length > 1 ? ` from \`${pathText(document.writtenPath(path.slice(0, -1)))}\`` : ""}.`,
      fix: `add \`${key}:\` with ${wanted}`,
      at,
    });
  if (readUnsettled(found))
    return new Problem({
      code: "design/wrong-value",
      found: `\`${pathText(document.writtenPath(path))}\` cannot be left open: the keys beside it mean nothing without it.`,
      fix: `give it ${wanted}, or leave open the whole of what it belongs to`,
      at,
    });
  const shown = found === null ? "nothing" : `\`${shorten(jsonOf(found))}\``;
  const found_ = `Found ${shown} where ${wanted} is expected.`;
  const open = found === null ? "write its value, or `unknown`, or take the key away" : fix;
  return new Problem({ code: "design/wrong-value", found: found_, fix: open, at });
}

function wantedBy(issue: Issue, found: unknown): { wanted: string; fix: string } {
  const path = issue.path as Path;
  const words = issue.code === "invalid_value" ? issue.values.map(String) : allowedWords(designSchema, path);
  if (words.length > 0) return wantedWord(words, found);
  if (issue.code === "invalid_type") return wantedType([issue.expected], path);
  if (issue.code === "invalid_union")
    return wantedType(
      issue.errors.flatMap((branch) => branch.flatMap((one) => (one.code === "invalid_type" ? [one.expected] : []))),
      path,
    );
  const rule = lowerFirst(issue.message);
  return { wanted: `a value that ${rule}`, fix: `change it so that it ${rule}` };
}

function wantedWord(words: readonly string[], found: unknown): { wanted: string; fix: string } {
  const meant = typeof found === "string" ? nearest(found, words) : undefined;
  const wanted = words.length === 1 ? listed(words) : `one of ${listed(words)}`;
  return { wanted, fix: meant ? `write \`${meant}\`, if that is what was meant` : `write ${wanted}` };
}

function wantedType(expected: readonly string[], path: Path): { wanted: string; fix: string } {
  const kinds = [...new Set(expected)];
  const examples = examplesAt(designSchema, path);
  const wanted = kinds.map((kind) => typeWords[kind] ?? kind).join(" or ");
  if (examples.length > 0)
    return { wanted: `${wanted} such as \`${examples[0]}\``, fix: `write ${listed(examples)} or the like` };
  return { wanted, fix: (kinds.length === 1 && typeFixes[kinds[0]!]) || `write ${wanted}` };
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};
const typeFixes: Readonly<Record<string, string>> = {
  array: "write a list: `[a, b]`, or lines that start with `- `",
  object: "write keys and values: `{key: value}`, or indented lines",
  record: "write keys and values: `{key: value}`, or indented lines",
  string: "write words; quote them when they look like a number",
};

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function jsonOf(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
}
