import type { Design } from "../../design/design.ts";
import type { DrillOutcome, DrillSetting } from "../drill.ts";
import type { SaidQuantity, Statement } from "../statement.ts";
import type { NumberKind } from "../topic.ts";
import type { BoardBox, BoxKind } from "../whiteboard/board.ts";
import { nothingDrawn, subjectOf } from "./subject.ts";

/** The design of a person, where there is one. */
export const designOf = ({ design }: DrillSetting): Design | undefined => design?.design;

/** What was said of a topic and not taken back. */
export function saidOf({ statements }: DrillSetting, ...topics: readonly string[]): Statement[] {
  return statements.filter(
    ({ topic, manner, supersededBy }) => topics.includes(topic) && manner === "said" && supersededBy === undefined,
  );
}

/** The first number of a kind that was said of a topic. */
export function numberSaid(
  setting: DrillSetting,
  kind: NumberKind,
  ...topics: readonly string[]
): SaidQuantity | undefined {
  return saidOf(setting, ...topics)
    .flatMap(({ quantities }) => quantities)
    .find((quantity) => quantity.kind === kind && quantity.value > 0);
}

/** The greatest number of a kind that was said of a topic: a window of labels, beside which a nightly file is short. */
export function greatestSaid(
  setting: DrillSetting,
  kind: NumberKind,
  ...topics: readonly string[]
): number | undefined {
  const values = saidOf(setting, ...topics)
    .flatMap(({ quantities }) => quantities)
    .flatMap((quantity) => (quantity.kind === kind && quantity.value > 0 ? [quantity.value] : []));
  return values.length > 0 ? Math.max(...values) : undefined;
}

export const boxesOf = ({ board }: DrillSetting, ...kinds: readonly BoxKind[]): BoardBox[] =>
  board.boxes.filter(({ kind }) => kinds.includes(kind));

/** A drawn number whose text begins with a word: `canary 5%`. */
export function numberDrawn({ board }: DrillSetting, kind: NumberKind, words: RegExp): SaidQuantity | undefined {
  return [...board.boxes, ...board.arrows]
    .flatMap(({ numbers }) => numbers)
    .find((number) => number.kind === kind && words.test(number.text) && number.value > 0);
}

export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** `54,000`, `1.6 billion`. */
export function countText(count: number): string {
  const [size, word] = count >= 1e9 ? [1e9, " billion"] : count >= 1e6 ? [1e6, " million"] : [1, ""];
  return `${Number((count / size).toPrecision(3)).toLocaleString("en-US")}${word}`;
}

/** Requests per second at the peak, where a load is drawn, told or written. */
export function loadOf(setting: DrillSetting): { perSecond: number | undefined; where: "board" | "design" } {
  const subject = subjectOf(setting);
  const known = subject && !subject.assumed.some((one) => one.startsWith("no load"));
  return { perSecond: known ? subject.peakPerSecond : undefined, where: setting.design ? "design" : "board" };
}

/** The outcome of a drill in which every request is answered, if perhaps wrongly. */
export const worked = (says: readonly string[], perSecond: number | undefined): DrillOutcome =>
  nothingDrawn(says, perSecond ?? 0);

/** A sentence where a thing is missing; none where it is there. */
export const unless = (there: unknown, sentence: string): string[] => (there ? [] : [sentence]);
