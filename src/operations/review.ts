import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Edit } from "../design/edit.ts";
import { designOfMarkdown, reviewOfMarkdown } from "../documents/import/index.ts";
import { markdownOf } from "../documents/index.ts";
import { reviewBlocks } from "../documents/review-text.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { Finding, Review } from "../review/finding.ts";
import { githubAnnotations } from "../review/formats/github.ts";
import { sarifLog } from "../review/formats/sarif.ts";
import { reviewDesign, type ReviewOptions } from "../review/review.ts";
import { ruleStages, type Rule } from "../review/rule.ts";
import { rules as ruleList } from "../review/rules/index.ts";
import { atLeast, severities } from "../review/severity.ts";
import type { Remark } from "../review/voice/remarks.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { editedDocument, openDesignFile } from "./files/design-file.ts";
import { readDesign } from "./files/read-design.ts";
import { isMarkdown, readMarkdown } from "./files/read-markdown.ts";
import { remarksOn } from "./voice/remarks-on.ts";
import { voiceSettings } from "./voice/settings.ts";

const rules: readonly Rule[] = ruleList;

/** What the fixes of a review change in one file. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly written: boolean;
  /** Rules whose finding was mended, or would be. */
  readonly mended: readonly string[];
}

export interface ReviewOutput {
  readonly reviews: readonly Review[];
  /** A rule in full, where one was to be explained. */
  readonly explained?: Rule;
  readonly fixes: readonly FixedFile[];
  /** What a language model says about the findings, where it was asked. */
  readonly remarks: readonly Remark[];
  /** The review in the format that was asked for; absent for `text`. */
  readonly text?: string;
  /** Whether anything was found at or above `failOn`. */
  readonly failed: boolean;
}

const formats = ["text", "json", "sarif", "md", "github"] as const;

export default defineOperation({
  name: "review",
  group: "understand",
  sentence: "Say what is wrong with designs, where, what follows and what would clear it, and what is done well.",
  input: z.object({
    designs: z.array(z.string()).default([]).describe("Design documents, as YAML or in Markdown."),
    stage: z.enum(ruleStages).optional().describe("Only this stage.").meta({ word: "stage" }),
    only: z.array(z.string()).default([]).describe("Only this rule.").meta({ word: "rule" }),
    fix: z.boolean().default(false).describe("Make the changes that clear findings, where a rule knows one."),
    preview: z.boolean().default(false).describe("Show the changes of --fix, and write nothing."),
    explain: z.string().optional().describe("Explain a rule instead of reviewing.").meta({ word: "rule" }),
    explainWithModel: z
      .boolean()
      .default(false)
      .describe("Let the language model of PLUMB_MODEL_URL explain findings; it can add none."),
    format: z.enum(formats).default("text").describe("Use text, json, sarif, md or github.").meta({ word: "format" }),
    failOn: z
      .enum(severities)
      .default("flaw")
      .describe("The mildest severity for which the exit code is 1.")
      .meta({ word: "severity" }),
  }),
  positional: ["designs"],
  effect: "writes",
  examples: [
    { line: "plumb review my.design.yaml", does: "findings by stage, worst first" },
    { line: "plumb review my.design.yaml --fix --preview", does: "the lines that the fixes would change" },
    { line: "plumb review design.md", does: "the same for a document in prose, with the lines of its sentences" },
    { line: "plumb review --explain precision-implied", does: "what a rule looks for, why, and its source" },
  ],
  async run(
    { designs, stage, only, fix, preview, explain, explainWithModel, format, failOn },
    context,
  ): Promise<ReviewOutput> {
    const nothing: ReviewOutput = { reviews: [], fixes: [], remarks: [], failed: false };
    if (explain !== undefined) return { ...nothing, explained: ruleNamed(explain) };
    for (const id of only) ruleNamed(id);
    if (designs.length === 0) throw noDesign();
    const options = { rules, stage, only, today: new Date().toISOString().slice(0, 10) };
    const reviews: Review[] = [];
    const fixes: FixedFile[] = [];
    for (const file of designs) {
      const before = await reviewFile(file, options);
      const fixed = fix || preview ? await fixFile(file, before.findings, !preview) : undefined;
      if (fixed) fixes.push(fixed);
      reviews.push(fixed?.written ? await reviewFile(file, options) : before);
    }
    const remarks = explainWithModel ? await remarksOnAll(reviews, context) : [];
    const failed = reviews.some(({ findings }) => findings.some(({ severity }) => atLeast(severity, failOn)));
    const text = textOf(reviews, remarks, format);
    return { reviews, fixes, remarks, failed, ...(text !== undefined && { text }) };
  },
  exitCode: ({ failed }) => (failed ? 1 : 0),
});

async function reviewFile(file: string, options: ReviewOptions): Promise<Review> {
  if (isMarkdown(file)) return reviewOfMarkdown(designOfMarkdown(readMarkdown(file), file), options);
  return reviewDesign(await readDesign(file), options);
}

/** Findings do not wait for a model: where it fails, that is said and the review stands. */
async function remarksOnAll(reviews: readonly Review[], context: OperationContext): Promise<Remark[]> {
  const settings = voiceSettings(process.env);
  const remarks: Remark[] = [];
  try {
    for (const review of reviews) remarks.push(...(await remarksOn(review, settings)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    context.notice(`${error.found} The findings stand without its remarks. To mend it: ${error.fix}.`);
  }
  return remarks;
}

function textOf(
  reviews: readonly Review[],
  remarks: readonly Remark[],
  format: (typeof formats)[number],
): string | undefined {
  if (format === "json") return JSON.stringify({ reviews, ...(remarks.length > 0 && { remarks }) }, undefined, 2);
  if (format === "sarif") return JSON.stringify(sarifLog(reviews, rules, version()), undefined, 2);
  if (format === "md") return markdownOf(reviewBlocks(reviews));
  return format === "github" ? githubAnnotations(reviews) : undefined;
}

function version(): string {
  const facts = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return facts.version;
}

function ruleNamed(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  const ids = rules.map((one) => one.id);
  const near = nearest(id, ids);
  throw new Problem({
    code: "review/unknown-rule",
    found: `No rule is called \`${id}\`.`,
    fix: near ? `write \`${near}\`, if that is what was meant` : "see docs/rules for the names of the rules",
  });
}

function noDesign(): Problem {
  return new Problem({
    code: "cli/bad-usage",
    found: "No design is named.",
    fix: "name one or more, such as `plumb review my.design.yaml`",
  });
}

function notMended(file: string): Problem {
  return new Problem({
    code: "design/not-editable",
    found: "A document in Markdown is mended by its writers, not by plumb.",
    fix: `leave \`--fix\` away, or make it a design by \`plumb import ${file} --out my.design.yaml\` and fix that`,
    at: { file },
  });
}

/** Makes the fixes one finding after the other; one that would no longer give a design is left out. */
async function fixFile(file: string, findings: readonly Finding[], write: boolean): Promise<FixedFile | undefined> {
  if (isMarkdown(file)) throw notMended(file);
  const fixable = findings.filter(({ fix }) => fix?.length);
  if (fixable.length === 0) return undefined;
  const target = await openDesignFile(file);
  const before = target.document().text;
  const edits: Edit[] = [];
  const mended: string[] = [];
  for (const { fix, rule } of fixable) {
    if (!stillADesign(target.document(), [...edits, ...fix!])) continue;
    edits.push(...fix!);
    mended.push(rule);
  }
  if (edits.length === 0) return undefined;
  const after = editedDocument(target.document(), edits).text;
  if (write) target.edit(edits);
  return { file, before, after, written: write, mended };
}

function stillADesign(document: Parameters<typeof editedDocument>[0], edits: readonly Edit[]): boolean {
  try {
    editedDocument(document, edits);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
