import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { pathText, type Path } from "../src/design/unsettled.ts";
import { defaultBase, ruleStages, type Rule, type RuleStage } from "../src/review/rule.ts";
import { rules as list } from "../src/review/rules/index.ts";
import { severityMeanings } from "../src/review/severity.ts";

const rules: readonly Rule[] = list;
const note = "<!-- Written by scripts/generate.ts from src/review/rules: do not edit. -->";

/** `docs/rules/README.md` and one page for each stage that has rules. */
export function rulesPages(root: string): { path: string; text: string }[] {
  const pages = ruleStages
    .map((stage) => ({ stage, own: rules.filter((rule) => rule.stage === stage) }))
    .filter(({ own }) => own.length > 0);
  return [
    { path: "docs/rules/README.md", text: tablePage() },
    ...pages.map(({ stage, own }) => ({ path: `docs/rules/${stage}.md`, text: stagePage(stage, own, root) })),
  ];
}

function tablePage(): string {
  return [
    "# Rules of review",
    "",
    note,
    "",
    `\`plumb review DESIGN\` holds ${rules.length} rules against a design. Each has a document that it fires on and one that it is`,
    "silent on, and both are tested. A finding can be accepted in the document, under `allow:`, with a reason and a day. What is",
    "put off on purpose (`later: when`) or decided against (`none: why`) is no finding. The [report card](report-card.md) says",
    "how many flaws are found in labelled documents, and how often a sound one is blamed. [Continuous",
    "integration](../continuous-integration.md) shows how a pull request is reviewed.",
    "",
    ...Object.entries(severityMeanings).map(([severity, meaning]) => `- **${severity}**: ${meaning}`),
    "",
    "| rule | stage | kind | severity | why |",
    "|---|---|---|---|---|",
    ...[...rules]
      .sort((a, b) => ruleStages.indexOf(a.stage) - ruleStages.indexOf(b.stage) || (a.id < b.id ? -1 : 1))
      .map((rule) => {
        const cells = [
          `[\`${rule.id}\`](${rule.stage}.md#${rule.id})`,
          rule.stage,
          rule.kind,
          severityText(rule),
          rule.why,
        ];
        return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
      }),
    "",
  ].join("\n");
}

function severityText({ severity }: Rule): string {
  if (typeof severity === "string") return severity;
  return Object.entries(severity)
    .map(([life, word]) => `${word} (${life})`)
    .join(", ");
}

function stagePage(stage: RuleStage, own: readonly Rule[], root: string): string {
  return [`# Rules: ${stage}`, "", note, "", ...own.flatMap((rule) => ruleSection(rule, root))].join("\n");
}

function ruleSection(rule: Rule, root: string): string[] {
  const systems = rule.systems ? [`- For: ${rule.systems.join(", ")}`] : [];
  return [
    `## ${rule.id}`,
    "",
    rule.why,
    "",
    `- Severity: ${severityText(rule)}`,
    `- Kind: ${rule.kind}`,
    ...systems,
    `- Source: ${rule.source}`,
    `- Question: ${rule.asks}`,
    "",
    ...firing(rule, root),
  ];
}

const shownChanges = 4;
const shownCharacters = 160;

/** What breaks the sound example, as the differences in meaning. */
function firing(rule: Rule, root: string): string[] {
  const base = rule.base ?? defaultBase;
  const { text, tree } = soundDesign(base, root);
  const changes = [...differences(tree, parse(rule.bad(text)), [])];
  const lines = changes
    .slice(0, shownChanges)
    .flatMap(({ path, before, after }) => [
      ...(before === undefined ? [] : [`- ${path}: ${short(before)}`]),
      ...(after === undefined ? [] : [`+ ${path}: ${short(after)}`]),
    ]);
  const more = changes.length > shownChanges ? [`  and ${changes.length - shownChanges} more`] : [];
  return [`Fires when \`${base}\` is changed like this:`, "", "```diff", ...lines, ...more, "```", ""];
}

const sound = new Map<string, { text: string; tree: unknown }>();

function soundDesign(base: string, root: string): { text: string; tree: unknown } {
  const known = sound.get(base);
  if (known) return known;
  const text = readFileSync(join(root, `examples/${base}/${base}.design.yaml`), "utf8");
  const read = { text, tree: parse(text) as unknown };
  sound.set(base, read);
  return read;
}

interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two trees of plain data part, as deep as both have something. */
function* differences(before: unknown, after: unknown, path: Path): Generator<Difference> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (!isTree(before) || !isTree(after)) return yield { path: pathText(path), before, after };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    yield* differences(before[key], after[key], [...path, Array.isArray(before) ? Number(key) : key]);
}

const isTree = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object";

const short = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
};
