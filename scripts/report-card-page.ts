import { cardRules, reportCard, type Marked, type Recall } from "../test/review-card/card.ts";

/** `docs/rules/report-card.md`: how review did on labelled documents, worked out anew each time. */
export function reportCardPage(): string {
  const card = reportCard();
  const unlabelled = card.byRule.filter(({ labelled }) => labelled === 0);
  return [
    "# Report card of review",
    "",
    "<!-- Written by scripts/generate.ts from test/review-card: do not edit. -->",
    "",
    `${card.marked.length} documents with ${card.all.labelled} flaws that were put in on purpose and written down beside them, and ${card.sound.length} sound ones, are`,
    "reviewed each time the tests run. Recall is the share of labelled flaws for which the named rule fires. Whoever wrote the",
    "documents also saw the rules, so this guards against getting worse and is no estimate for documents of strangers.",
    "",
    ...table(["", "labelled flaws", "found", "recall"], [...card.byKind, card.all].map(recallCells)),
    "",
    `False findings per sound document: ${card.falsePerSound.toFixed(2)}.`,
    "",
    "## Flawed documents",
    "",
    ...table(["document", "style", "trap", "found", "missed"], card.marked.map(markedCells)),
    "",
    "Besides, a document may name rules that do not apply to it, such as a latency for a batch: none of them fires.",
    "",
    "## Sound documents",
    "",
    ...table(
      ["document", "style", "false findings"],
      card.sound.map(({ document, findings }) => [
        code(document.file),
        document.style,
        findings.map(({ rule }) => code(rule)).join(", ") || "none",
      ]),
    ),
    "",
    "## Rules",
    "",
    ...table(
      ["rule", "labelled flaws", "found", "recall"],
      card.byRule.filter(({ labelled }) => labelled > 0).map((one) => recallCells({ ...one, name: code(one.name) })),
    ),
    "",
    `The other ${unlabelled.length} of ${cardRules.length} rules have no flaw in these documents yet; each is tested by one document that it fires on and`,
    `one that it is silent on: ${unlabelled.map(({ name }) => code(name)).join(", ")}.`,
    "",
  ].join("\n");
}

const code = (text: string): string => `\`${text}\``;

const recallCells = ({ name, labelled, seen }: Recall): string[] => [
  name,
  String(labelled),
  String(seen),
  labelled === 0 ? "" : (seen / labelled).toFixed(2),
];

const markedCells = ({ document, seen, missed }: Marked): string[] => [
  code(document.base ? `${document.file}, from ${document.base}` : document.file),
  document.style,
  document.trap ?? "",
  String(seen.length),
  missed.map(code).join(", "),
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)];
}
