/** The public surface of Plumbline: read a design, list its claims, run it, hold it against reality. */
export { Problem, problemText, placeText, type Place } from "./kit/problem.ts";
export { jsonText } from "./kit/json.ts";
export { nearest } from "./kit/suggest.ts";
export { parseDesign, defineDesign, type ParseResult } from "./design/parse.ts";
export type { Design, DesignDocument, DesignInput } from "./design/design.ts";
export { stages, type Stage } from "./design/schema/design.ts";
export { editText, type Edit } from "./design/edit.ts";
export { compareDesigns, type DesignDiff } from "./design/diff.ts";
export { lensNamed, lenses, type Lens } from "./design/lenses.ts";
export { documentBlocks, documentPage, markdownOf, type Block, type Span } from "./documents/index.ts";
export { nextQuestions, type Sitting } from "./advice/guide/sitting.ts";
export { claims, type Claim, type ClaimKind, type Target } from "./design/claims.ts";
export { adviseAll, advise, type Advised, type SubjectId } from "./advice/advise.ts";
export { isProposal, type Advice, type Fact, type NotYet, type Proposal, type Reason } from "./advice/advice.ts";
export { recommendedFields, recommendedValue } from "./advice/recommended-value.ts";
export { componentsOf, type LayeredComponent } from "./advice/components.ts";
export { layerOf, type ComponentKind } from "./advice/layers.ts";
export {
  answerAt,
  bytesText,
  componentKinds,
  evaluate,
  failureOf,
  loadOf,
  multipleText,
  numberText,
  readCalibration,
  sizeDesign,
  sizedParagraph,
  surenessOf,
  usdText,
  type Calibration,
  type ComponentKind as SizedKind,
  type Failure,
  type Figure,
  type Limit,
  type LoadChoice,
  type Sized,
  type SizedComponent,
  type SizeOptions,
  type Source,
  type Sway,
} from "./sizing/sized/index.ts";
export { operations } from "./operations/index.ts";
export type { Conversation, Operation, OperationContext, Prompt, Spoken } from "./operations/operation.ts";
export type { AdviseOutput } from "./operations/advise.ts";
export { pathText } from "./design/unsettled.ts";
export type { CheckOutput } from "./operations/check.ts";
export { importMarkdown, type Imported } from "./documents/import/index.ts";
export type { InterviewOutput } from "./operations/interview.ts";
export type { ImportOutput } from "./operations/import.ts";
export type { DiffOutput } from "./operations/diff.ts";
export type { DocOutput } from "./operations/doc.ts";
export type { DrawOutput } from "./operations/draw.ts";
export type { EditOutput } from "./operations/edit.ts";
export { promptOf, type SessionOutput } from "./operations/guide/session.ts";
export type { ClaimsOutput } from "./operations/claims.ts";
export type { ReviewOutput, FixedFile } from "./operations/review.ts";
export { reviewDesign, type ReviewOptions } from "./review/review.ts";
export type { Finding, Praise, Review } from "./review/finding.ts";
export { defineRule, ruleStages, type Rule, type RuleStage } from "./review/rule.ts";
export { severities, severityMeanings, type Severity } from "./review/severity.ts";
export { rules } from "./review/rules/index.ts";
export { summaryOf } from "./documents/review-text.ts";
export type { BothEngines, SizeOutput } from "./operations/size.ts";
export type { RunOutput } from "./operations/run.ts";
export type { VerifyOutput } from "./operations/verify.ts";
export { probeFor } from "./verify/probe-for.ts";
export { reportText } from "./verify/report/text.ts";
export { reportJson, type VerificationReport } from "./verify/report/report.ts";
export { prepare, startServing } from "./run/lazily.ts";
export type { Prepared } from "./run/prepare.ts";
export type { Serving } from "./run/serving.ts";
export { verify } from "./verify/verify.ts";
export { rankerScript } from "./advice/deep/ranker-script.ts";
export { twoTowerScript } from "./advice/deep/two-tower-script.ts";
export type { DeepScript } from "./advice/deep/script.ts";
export type { MissingFacts } from "./advice/deep/facts.ts";
