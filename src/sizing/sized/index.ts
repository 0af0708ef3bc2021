/** A design with its numbers: `Design → Sized`. */
export { sizeDesign } from "./size-design.ts";
export type { SizeOptions, Unsized } from "./sheet.ts";
export { derived, figure, sumOf, surenessOf, sureness, type Figure, type Source, type Sureness } from "./figure.ts";
export type { Assumption } from "./assumptions.ts";
export {
  componentKinds,
  type ComponentKind,
  type ComponentLoad,
  type CostLine,
  type Limit,
  type Sized,
  type SizedComponent,
  type Sway,
  type WholeLoad,
} from "./sized.ts";
export type { Percentiles } from "./response.ts";
export { multiples, type At } from "./traffic.ts";
export { readMachine, type MachineParts } from "./machines.ts";
export { calibrationText, readCalibration, type Calibration, type StepTimes } from "./calibration.ts";
export { networkOf, simulatePath, simulatedBreak, type SimulatedBreak } from "./network.ts";
export { evaluate, type Evaluation } from "./evaluate.ts";
export { Sheet } from "./sheet.ts";
export { failureOf, type Failure } from "./failure.ts";
export { bytesText, loadOf, multipleText, numberText, sizedParagraph, usdText, type LoadChoice } from "./words.ts";
export { answerAt } from "./evaluate.ts";
export { latencyTarget } from "./limits.ts";
