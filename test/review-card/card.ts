import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDesign } from "../../src/design/parse.ts";
import { designOfMarkdown, reviewOfMarkdown } from "../../src/documents/import/index.ts";
import { edited } from "../../src/review/edited.ts";
import type { Finding } from "../../src/review/finding.ts";
import { reviewDesign } from "../../src/review/review.ts";
import type { Rule } from "../../src/review/rule.ts";
import { rules as list } from "../../src/review/rules/index.ts";
import { flawedDocuments } from "./flawed-documents.ts";
import { flawedEdits } from "./flawed-edits.ts";
import type { Flawed, Sound } from "./labels.ts";
import { soundDocuments } from "./sound-documents.ts";

export const cardRules: readonly Rule[] = list;
export const flawed: readonly Flawed[] = [...flawedDocuments, ...flawedEdits];
const root = join(import.meta.dirname, "../..");

/** How one labelled document was reviewed. */
export interface Marked {
  readonly document: Flawed;
  readonly seen: readonly string[];
  readonly missed: readonly string[];
  /** Rules that fired although they do not apply. */
  readonly fooled: readonly string[];
}

/** How a rule, or all rules of a kind, did on the labelled flaws. */
export interface Recall {
  readonly name: string;
  readonly labelled: number;
  readonly seen: number;
}

export interface ReportCard {
  readonly marked: readonly Marked[];
  readonly sound: readonly { readonly document: Sound; readonly findings: readonly Finding[] }[];
  readonly byRule: readonly Recall[];
  readonly byKind: readonly Recall[];
  readonly all: Recall;
  readonly falsePerSound: number;
}

/** Holds rules against every labelled document. */
export function reportCard(rules: readonly Rule[] = cardRules): ReportCard {
  const marked = flawed.map((document) => mark(document, rules));
  const sound = soundDocuments.map((document) => ({ document, findings: reviewText(...soundText(document), rules) }));
  const byRule = cardRules.map(({ id }) => recallOf(id, marked, [id]));
  const ids = (kind: Rule["kind"]) => cardRules.filter((rule) => rule.kind === kind).map(({ id }) => id);
  return {
    marked,
    sound,
    byRule,
    byKind: (["arithmetic", "contract", "method"] as const).map((kind) => recallOf(kind, marked, ids(kind))),
    all: recallOf(
      "all",
      marked,
      cardRules.map(({ id }) => id),
    ),
    falsePerSound: sound.reduce((sum, { findings }) => sum + findings.length, 0) / sound.length,
  };
}

function recallOf(name: string, marked: readonly Marked[], rules: readonly string[]): Recall {
  const count = (list: readonly string[]) => list.filter((id) => rules.includes(id)).length;
  return {
    name,
    labelled: marked.reduce((sum, { document }) => sum + count(Object.keys(document.flaws)), 0),
    seen: marked.reduce((sum, { seen }) => sum + count(seen), 0),
  };
}

function mark(document: Flawed, rules: readonly Rule[]): Marked {
  const found = new Set(reviewText(...flawedText(document), rules).map(({ rule }) => rule));
  const labelled = Object.keys(document.flaws);
  return {
    document,
    seen: labelled.filter((id) => found.has(id)),
    missed: labelled.filter((id) => !found.has(id)),
    fooled: (document.silent ?? []).filter((id) => found.has(id)),
  };
}

const exampleText = (name: string): string => readFileSync(join(root, `examples/${name}/${name}.design.yaml`), "utf8");

function flawedText({ file, base, changes }: Flawed): [file: string, text: string] {
  if (base !== undefined) return [`${file}.design.yaml`, edited(exampleText(base), changes ?? {})];
  return [file, readFileSync(join(import.meta.dirname, "flawed", file), "utf8")];
}

function soundText({ file }: Sound): [file: string, text: string] {
  const path = file.startsWith("examples/") ? join(root, file) : join(import.meta.dirname, "sound", file);
  return [file, readFileSync(path, "utf8")];
}

function reviewText(file: string, text: string, rules: readonly Rule[]): readonly Finding[] {
  const options = { rules, today: "2027-01-01" };
  if (file.endsWith(".md")) return reviewOfMarkdown(designOfMarkdown(text, file), options).findings;
  const { document, problems } = parseDesign(text, file);
  if (!document) throw new Error(`${file} is no design: ${problems.map(({ message }) => message).join("\n")}`);
  return reviewDesign(document, options).findings;
}
