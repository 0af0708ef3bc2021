/** The public surface of Plumbline: read a design, list its claims, run it, hold it against reality. */
export { Problem, problemText, placeText, type Place } from "./kit/problem.ts";
export { jsonText } from "./kit/json.ts";
export { nearest } from "./kit/suggest.ts";
export { parseDesign, defineDesign, type ParseResult } from "./design/parse.ts";
export type { Design, DesignDocument, DesignInput } from "./design/design.ts";
export { stages, type Stage } from "./design/schema/design.ts";
export { claims, type Claim, type ClaimKind, type Target } from "./design/claims.ts";
export { operations } from "./operations/index.ts";
export type { Operation, OperationContext } from "./operations/operation.ts";
export type { ClaimsOutput } from "./operations/claims.ts";
export type { RunOutput } from "./operations/run.ts";
export type { VerifyOutput } from "./operations/verify.ts";
export { probeFor } from "./verify/probe-for.ts";
export { reportText } from "./verify/report/text.ts";
export { reportJson, type VerificationReport } from "./verify/report/report.ts";
export { prepare, type Prepared } from "./run/prepare.ts";
export { startServing, type Serving } from "./run/serving.ts";
export { verify } from "./verify/verify.ts";
