import type { Finding, Review } from "../review/finding.ts";
import { ruleStages } from "../review/rule.ts";
import { severities } from "../review/severity.ts";
import type { Block, Span } from "./render/block.ts";
import { plainSpan, soft, strong } from "./render/block.ts";

/** Reviews as a document: for a pull request or a page. */
export function reviewBlocks(reviews: readonly Review[]): Block[] {
  return reviews.flatMap((review) => [
    { kind: "heading", level: 2, text: `Review of ${review.design}` } as const,
    { kind: "paragraph", spans: [plainSpan(summaryOf(review)), soft(` ${review.file}`)] } as const,
    ...ruleStages.flatMap((stage) => stageBlocks(review, stage)),
    ...acceptedBlocks(review),
    ...praiseBlocks(review),
  ]);
}

/** `2 flaws and 1 gap.` */
export function summaryOf({ findings, rules }: Review): string {
  const counts = severities
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`);
  if (counts.length === 0) return `Nothing was found by ${rules} ${rules === 1 ? "rule" : "rules"}.`;
  const last = counts.pop()!;
  return `${counts.length > 0 ? `${counts.join(", ")} and ${last}` : last}.`;
}

function stageBlocks({ findings }: Review, stage: Finding["stage"]): Block[] {
  const own = findings.filter((one) => one.stage === stage);
  if (own.length === 0) return [];
  return [{ kind: "heading", level: 3, text: stage }, ...own.flatMap(findingBlocks)];
}

function findingBlocks({ severity, rule, place, lookedIn, found, consequence, clears, working }: Finding): Block[] {
  const at = [place.line === undefined ? "" : `line ${place.line}`, place.path ?? ""].filter(Boolean).join(", ");
  const items: Span[][] = [
    [strong("Follows: "), ...spansOf(consequence)],
    ...(working ? [[strong("Working: "), { text: `${working.sum} = ${working.result}`, as: "code" } as const]] : []),
    ...(lookedIn ? [[strong("Looked in: "), plainSpan(lookedIn.join(", "))]] : []),
    [strong("To clear it: "), ...spansOf(`${clears}.`)],
  ];
  return [
    { kind: "paragraph", spans: [strong(severity), plainSpan(" "), { text: rule, as: "code" }, soft(` ${at}`)] },
    { kind: "paragraph", spans: spansOf(found) },
    { kind: "list", items },
  ];
}

/** What stands between backticks is code. */
function spansOf(text: string): Span[] {
  return text
    .split("`")
    .map((part, i): Span => (i % 2 === 1 ? { text: part, as: "code" } : plainSpan(part)))
    .filter((span) => span.text !== "");
}

function acceptedBlocks({ accepted }: Review): Block[] {
  if (accepted.length === 0) return [];
  const items = accepted.map(({ finding, because, until }): Span[] => [
    { text: finding.rule, as: "code" },
    plainSpan(` ${because}`),
    ...(until === undefined ? [] : [soft(` (until ${until})`)]),
  ]);
  return [
    { kind: "heading", level: 3, text: "Accepted in the document" },
    { kind: "list", items },
  ];
}

function praiseBlocks({ praise }: Review): Block[] {
  if (praise.length === 0) return [];
  const items = praise.map(({ says, place }): Span[] => [
    plainSpan(says),
    soft(` ${place.path ?? ""}${place.line === undefined ? "" : `, line ${place.line}`}`),
  ]);
  return [
    { kind: "heading", level: 3, text: "Done well" },
    { kind: "list", items },
  ];
}
