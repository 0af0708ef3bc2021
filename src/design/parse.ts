import type { z } from "zod";
import { Problem, type Place } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { deepFreeze, type Design, type DesignDocument, type DesignInput } from "./design.ts";
import { designSchema, type DesignValue } from "./schema/design.ts";
import { checkReferences } from "./references.ts";
import { allowedKeys } from "./schema-keys.ts";
import { pathText, takeUnsettled, type Path } from "./unsettled.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

export interface ParseResult {
  /** Absent when there is any problem. */
  readonly document?: DesignDocument;
  readonly problems: readonly Problem[];
}

/**
 * Reads a design document. Every mistake is reported at once, each with its line and column.
 *
 * @param text  YAML; a partial document is legal, three lines are a design
 * @param file  name shown in places
 */
export function parseDesign(text: string, file = "design.yaml"): ParseResult {
  const { source, problems } = readYaml(text, file);
  if (!source) return { problems };
  const misfit = notADesign(source, file);
  if (misfit) return { problems: [misfit] };
  const { design, problems: wrong } = checkTree(
    source.value,
    (path) => source.placeOf(path),
    (path) => source.placeOfKey(path),
  );
  if (!design) return { problems: wrong };
  return { document: { design, file, text, placeOf: (path) => source.placeOf(path) }, problems: [] };
}

/**
 * Checks a design written in TypeScript; gives the same value as the same design in YAML.
 *
 * @throws {Problem} the first mistake
 */
export function defineDesign(input: DesignInput): Design {
  const place = (path: Path): Place => ({ path: pathText(path) });
  const { design, problems } = checkTree(input, place, place);
  if (!design) throw problems[0]!;
  return design;
}

type PlaceOf = (path: Path) => Place;

function checkTree(tree: unknown, placeOf: PlaceOf, placeOfKey: PlaceOf): { design?: Design; problems: Problem[] } {
  const { settled, unsettled } = takeUnsettled(tree);
  const checked = designSchema.safeParse(settled);
  if (!checked.success)
    return { problems: checked.error.issues.flatMap((issue) => issueProblems(issue, settled, placeOf, placeOfKey)) };
  const problems = checkReferences(checked.data, placeOf);
  if (problems.length > 0) return { problems };
  return { design: deepFreeze({ ...checked.data, unsettled }) as unknown as Design, problems: [] };
}

function notADesign({ value, placeOf }: YamlSource, file: string): Problem | undefined {
  const isMapping = value !== null && typeof value === "object" && !Array.isArray(value);
  if (isMapping && "plumbline" in value) return undefined;
  const found =
    value === null || value === undefined
      ? "The file is empty."
      : isMapping
        ? "The document does not say which format it has."
        : "The document is not a mapping of keys to values.";
  return new Problem({
    code: "design/not-a-design",
    found,
    fix: "start with `plumbline: 1`, then `name:` and the stages",
    at: { ...placeOf([]), file, path: "" },
  });
}

function issueProblems(issue: z.core.$ZodIssue, tree: unknown, placeOf: PlaceOf, placeOfKey: PlaceOf): Problem[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key, placeOfKey));
  const inner = issue.code === "custom" ? (issue.params?.["problem"] as Problem | undefined) : undefined;
  if (inner) return [new Problem({ code: inner.code, found: inner.found, fix: inner.fix, at: placeOf(path) })];
  const deeper = issue.code === "invalid_union" ? closestBranch(issue) : undefined;
  if (deeper)
    return deeper.flatMap((one) =>
      issueProblems({ ...one, path: [...issue.path, ...one.path] }, tree, placeOf, placeOfKey),
    );
  return [wrongValue(issue, valueAt(tree, path), placeOf(path))];
}

/** Of the alternatives of a union, the one that got furthest before it failed. */
function closestBranch(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  const depth = (branch: readonly z.core.$ZodIssue[]) =>
    Math.max(...branch.map((one) => one.path.length + (one.code === "invalid_type" ? 0 : 1)));
  return issue.errors.filter((branch) => branch.length > 0 && depth(branch) > 0).sort((a, b) => depth(b) - depth(a))[0];
}

function unknownKey(path: Path, key: string, placeOfKey: PlaceOf): Problem {
  const allowed = allowedKeys(designSchema, path);
  const meant = nearest(key, allowed);
  const where = path.length === 0 ? "the document" : `\`${pathText(path)}\``;
  return new Problem({
    code: "design/unknown-key",
    found: `\`${key}\` is not a key of ${where}.`,
    fix: meant
      ? `write \`${meant}\`, if that is what was meant`
      : `use one of ${allowed.map((name) => `\`${name}\``).join(", ")}`,
    at: placeOfKey([...path, key]),
  });
}

function wrongValue(issue: z.core.$ZodIssue, found: unknown, at: Place): Problem {
  const shown = found === undefined ? "nothing" : `\`${shorten(JSON.stringify(found) ?? String(found))}\``;
  const { wanted, fix } = wantedBy(issue, found);
  return new Problem({ code: "design/wrong-value", found: `Found ${shown} where ${wanted} is expected.`, fix, at });
}

function wantedBy(issue: z.core.$ZodIssue, found: unknown): { wanted: string; fix: string } {
  switch (issue.code) {
    case "invalid_value": {
      const meant = nearest(String(found), issue.values.map(String));
      const list = issue.values.map((value) => `\`${String(value)}\``).join(", ");
      return {
        wanted: `one of ${list}`,
        fix: meant ? `write \`${meant}\`, if that is what was meant` : `choose one of ${list}`,
      };
    }
    case "invalid_type":
      return {
        wanted: TYPE_WORDS[issue.expected] ?? issue.expected,
        fix: TYPE_FIXES[issue.expected] ?? `write ${TYPE_WORDS[issue.expected] ?? issue.expected}`,
      };
    case "invalid_union":
      return { wanted: "one of the forms of this key", fix: "see the reference for the forms that this key takes" };
    default:
      return {
        wanted: `a value that ${lowerFirst(issue.message)}`,
        fix: `change it so that it ${lowerFirst(issue.message)}`,
      };
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};
const TYPE_FIXES: Readonly<Record<string, string>> = {
  array: "write a list: `[a, b]`, or lines that start with `- `",
  object: "write keys and values: `{key: value}`, or indented lines",
  string: "write words; quote them when they look like a number",
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, part) =>
      node === null || typeof node !== "object" ? undefined : (node as Record<string | number, unknown>)[part],
    tree,
  );
}

export type { DesignValue };
