import {
  ruleStages,
  severityMeanings,
  summaryOf,
  type Finding,
  type Review,
  type ReviewOutput,
  type Rule,
} from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";
import { presentEdit } from "./edit.ts";

/** Findings by stage, worst first; what was accepted, and what is done well. */
export function presentReview({ reviews, explained, fixes, remarks, text }: ReviewOutput, terminal: Terminal): void {
  if (explained) return presentRule(explained, terminal);
  if (text !== undefined) return terminal.print(text);
  for (const [i, review] of reviews.entries()) {
    if (i > 0) terminal.print("");
    presentOne(review, remarks, terminal);
  }
  for (const fix of fixes) {
    terminal.print(`\n${terminal.paint.bold("fixes")}  ${fix.mended.join(", ")}`);
    presentEdit(fix, terminal);
  }
}

type Remarks = ReviewOutput["remarks"];

function presentOne(review: Review, remarks: Remarks, terminal: Terminal): void {
  const { print, paint, width } = terminal;
  print(`${paint.bold(review.design)}  ${review.file}`);
  for (const stage of ruleStages) {
    const own = review.findings.filter((one) => one.stage === stage);
    if (own.length === 0) continue;
    print(`\n${paint.bold(stage)}`);
    for (const finding of own) {
      presentFinding(finding, terminal);
      for (const remark of remarks) if (remark.finding === finding) presentRemark(remark, terminal);
    }
  }
  presentPraise(review, terminal);
  for (const { finding, because, until } of review.accepted)
    print(
      paint.dim(
        wrapHanging(`accepted  ${finding.rule}: ${because}${until ? ` (until ${until})` : ""}`, width, 10).join("\n"),
      ),
    );
  print(`\n${paint.bold(summaryOf(review))}`);
}

const indent = 9;

function presentFinding(finding: Finding, terminal: Terminal): void {
  const { print, paint } = terminal;
  const { severity, rule, place, found, consequence, clears } = finding;
  const at = [place.line === undefined ? "" : `line ${place.line}`, place.path ?? ""].filter(Boolean).join("  ");
  print(`\n${marks(paint)[severity](severity.padEnd(indent))}${paint.bold(rule)}`);
  if (at) print(paint.dim(" ".repeat(indent) + at));
  lines(found, terminal);
  lines(consequence, terminal, paint.dim);
  presentWorking(finding, terminal);
  if (finding.lookedIn) labelled("looked in", finding.lookedIn.join(", "), terminal);
  labelled(finding.fix ? "to clear*" : "to clear", `${clears}${finding.fix ? " (* --fix does it)" : ""}`, terminal);
}

/** Words of a language model, told apart from those of the review. */
function presentRemark({ model, explanation, question, likelyIrrelevant }: Remarks[number], terminal: Terminal): void {
  const { dim } = terminal.paint;
  lines(`language model ${model}, not a rule:`, terminal, dim);
  if (explanation) labelled("| explains", explanation, terminal);
  if (question) labelled("| asks", question, terminal);
  if (likelyIrrelevant) labelled("| doubts", likelyIrrelevant, terminal);
}

function presentWorking({ working }: Finding, terminal: Terminal): void {
  if (!working) return;
  const named = Math.max(...working.inputs.map(({ name }) => name.length));
  const values = Math.max(...working.inputs.map(({ value }) => value.length));
  for (const { name, value, line } of working.inputs)
    terminal.print(
      terminal.paint.dim(
        `${" ".repeat(indent)}  ${name.padEnd(named)}  ${value.padEnd(values)}${line === undefined ? "" : `  line ${line}`}`.trimEnd(),
      ),
    );
  lines(`  ${working.sum} = ${working.result}`, terminal);
}

function labelled(label: string, text: string, terminal: Terminal): void {
  const [first, ...more] = wrapHanging(text, terminal.width - indent - 11, 0);
  terminal.print(`${" ".repeat(indent)}${terminal.paint.dim(label.padEnd(11))}${first}`);
  for (const line of more) terminal.print(" ".repeat(indent + 11) + line);
}

function lines(text: string, { print, width }: Terminal, style: (text: string) => string = (same) => same): void {
  const hanging = /^ */.exec(text)![0].length;
  for (const line of wrapHanging(text, width - indent, hanging)) print(style(" ".repeat(indent) + line));
}

function presentPraise({ praise }: Review, { print, paint, width }: Terminal): void {
  if (praise.length === 0) return;
  print(`\n${paint.bold("done well")}`);
  for (const { says, place } of praise) {
    const line = String(place.line ?? "").padStart(5);
    print(wrapHanging(`${line}  ${says}`, width, 7).join("\n"));
  }
}

function marks(paint: Terminal["paint"]): Readonly<Record<Finding["severity"], (text: string) => string>> {
  return {
    blocker: (text) => paint.bold(paint.red(text)),
    flaw: paint.red,
    gap: paint.yellow,
    hint: paint.cyan,
  };
}

/** A rule in full: what it is about, why, from where, and the question that leads to it. */
function presentRule({ id, stage, kind, severity, why, source, asks }: Rule, terminal: Terminal): void {
  const { print, paint, width } = terminal;
  const say = (label: string, text: string) => print(wrapHanging(`${label.padEnd(10)}${text}`, width, 10).join("\n"));
  print(`${paint.bold(id)}  ${stage}, ${kind}\n`);
  say("why", why);
  say("source", source);
  say("asks", asks);
  if (typeof severity === "string") return say("severity", `${severity}: ${severityMeanings[severity]}`);
  say(
    "severity",
    Object.entries(severity)
      .map(([life, word]) => `${word} in a ${life}`)
      .join(", "),
  );
}
