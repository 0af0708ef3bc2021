import type { DesignDocument } from "../../design/design.ts";
import { evaluate, Sheet, type Evaluation } from "../../sizing/sized/index.ts";
import type { DrillOutcome, DrillSetting } from "../drill.ts";
import type { BoxKind } from "../whiteboard/board.ts";
import { boardDesign, stepName } from "../whiteboard/board-design.ts";
import { requestPath } from "../whiteboard/request-path.ts";

/** A design whose request path can be simulated, and whether it was drawn or written. */
export interface Subject {
  readonly document: DesignDocument;
  readonly evaluation: Evaluation;
  readonly path: NonNullable<Evaluation["path"]>;
  readonly peakPerSecond: number;
  readonly assumed: readonly string[];
  readonly from: "board" | "design";
}

/** @returns `undefined` where neither a design nor the board has a request path with a load */
export function subjectOf({ board, design, facts }: DrillSetting): Subject | undefined {
  const found = design ? { document: design, assumed: [] } : boardDesign(board, facts);
  if (!found) return undefined;
  const evaluation = evaluate(new Sheet(found.document));
  const { path } = evaluation;
  if (!path) return undefined;
  const assumed = design
    ? [...evaluation.sheet.book.used.values()].map(({ name, figure }) => `${name}: ${figure.value} ${figure.unit}`)
    : found.assumed;
  const from = design ? "design" : "board";
  return { ...found, evaluation, path, peakPerSecond: path.traffic.peak.value, assumed, from };
}

/** Which steps a fault is about: boxes of these kinds, or steps of a design by what they are called. */
export interface Target {
  readonly kinds: readonly BoxKind[];
  readonly names: RegExp;
}

/** Names of the stations that a fault hits, in the order of the path. */
export function stationsOf({ path, document, from }: Subject, { board }: DrillSetting, target: Target): string[] {
  const onPath = path.stations.filter(({ step }) => step >= 0);
  if (from === "board") {
    const names = new Set(
      requestPath(board)
        .filter(({ kind }) => target.kinds.includes(kind))
        .map(stepName),
    );
    return onPath.filter(({ step }) => names.has(document.design.serving!.path![step]!.step)).map(({ name }) => name);
  }
  return onPath
    .filter(({ step }) => {
      const { step: name, uses = "" } = document.design.serving!.path![step]!;
      return target.names.test(`${name} ${uses}`);
    })
    .map(({ name }) => name);
}

/** What a drill finds where there is nothing to run. */
export function nothingDrawn(says: readonly string[], requestsPerSecond = 0): DrillOutcome {
  return { assumed: [], requestsPerSecond, failedShare: 0, fallbackShare: 0, fullShare: 1, overloaded: [], says };
}
