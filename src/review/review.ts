import type { DesignDocument } from "../design/design.ts";
import type { Edit } from "../design/edit.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { acceptFindings, isAtOrBelow } from "./allow.ts";
import type { Finding, Praise, Review, Working } from "./finding.ts";
import { praiseOf } from "./praise.ts";
import { ruleStages, type Found, type Rule, type RuleStage } from "./rule.ts";
import { severities, severityAt, severityReason, type LifeStage } from "./severity.ts";
import { viewOf, type View } from "./view.ts";

export interface ReviewOptions {
  readonly rules: readonly Rule[];
  /** Only findings of this stage. */
  readonly stage?: RuleStage | undefined;
  /** Only these rules, by id; all when empty or absent. */
  readonly only?: readonly string[] | undefined;
  /** In place of the stage of life that the design gives. */
  readonly life?: LifeStage | undefined;
  /** The day on which it is read, as `2027-03-01`; without it no acceptance runs out. */
  readonly today?: string | undefined;
}

/** Holds the rules against a design. The same document, rules and day give the same review. */
export function reviewDesign(document: DesignDocument, options: ReviewOptions): Review {
  const view = viewOf(document, options.life);
  const rules = options.rules.filter((rule) => applies(rule, view, options));
  const all = rules.flatMap((rule) => findingsOf(rule, view, document));
  const { open, accepted } = acceptFindings(view, all, options.only?.length ? undefined : options.today);
  const kept = ({ stage }: { readonly stage: RuleStage }) => options.stage === undefined || options.stage === stage;
  return {
    file: document.file,
    design: document.design.name,
    findings: open.filter(kept).sort(byStageAndSeverity),
    accepted: accepted.filter(({ finding }) => kept(finding)),
    praise: options.only?.length ? [] : praiseOf(view).filter((one) => kept(one) && isUndisputed(one, all)),
    rules: rules.length,
  };
}

/** Nothing is praised where something was found. */
function isUndisputed({ place: { path = "" } }: Praise, findings: readonly Finding[]): boolean {
  return findings.every(({ place }) => !isAtOrBelow(place.path ?? "", path));
}

function applies(rule: Rule, { design }: View, { only, stage }: ReviewOptions): boolean {
  if (only?.length && !only.includes(rule.id)) return false;
  if (stage !== undefined && rule.stage !== stage) return false;
  return !rule.systems || (design.system !== undefined && rule.systems.includes(design.system));
}

function findingsOf(rule: Rule, view: View, document: DesignDocument): Finding[] {
  return [...rule.check(view)].flatMap((found) => {
    const by = found.severity ?? rule.severity;
    const severity = severityAt(by, view.life);
    if (severity === undefined) return [];
    return [finding(rule, found, { severity, reason: severityReason(severity, by, view.life) }, { view, document })];
  });
}

function finding(
  rule: Rule,
  { at, lookedIn, found, consequence, clears, working, fix }: Found,
  weight: Pick<Finding, "severity" | "reason">,
  { view, document }: { readonly view: View; readonly document: DesignDocument },
): Finding {
  return {
    rule: rule.id,
    stage: rule.stage,
    ...weight,
    place: view.place(at),
    ...(lookedIn && { lookedIn }),
    found,
    consequence: consequence ?? rule.why,
    clears,
    asks: rule.asks,
    ...(working && { working: placedWorking(working, view) }),
    ...(fix && { fix: fix.map((edit) => writtenEdit(edit, document)) }),
  };
}

function placedWorking({ inputs, sum, result }: NonNullable<Found["working"]>, view: View): Working {
  const placed = inputs.map(({ name, value, at }) => {
    if (at === undefined) return { name, value };
    const { line, path } = view.place(at);
    return { name, value, path: path ?? (typeof at === "string" ? at : pathText(at)), ...(line && { line }) };
  });
  return { inputs: placed, sum, result };
}

function writtenEdit(edit: Edit, { writtenPath }: DesignDocument): Edit {
  const written = (path: Path): Path => writtenPath(path);
  if ("set" in edit) return { ...edit, set: written(edit.set) };
  return "add" in edit ? { ...edit, add: written(edit.add) } : { remove: written(edit.remove) };
}

function byStageAndSeverity(a: Finding, b: Finding): number {
  return (
    ruleStages.indexOf(a.stage) - ruleStages.indexOf(b.stage) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
