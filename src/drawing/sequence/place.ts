import { cleanText } from "../text/clean.ts";
import { widestTextWidth } from "../text/measure.ts";
import { ellipsised, wrapText } from "../text/wrap.ts";
import type { Box } from "../layout/geometry.ts";
import { isNote, type Message, type Note, type Sequence } from "./sequence.ts";

export const sequenceFonts = {
  name: { sizePx: 14, weight: "semibold" },
  message: { sizePx: 12.5, weight: "regular" },
  note: { sizePx: 11.5, weight: "regular" },
} as const;

export const sequenceLengths = { headHeight: 46, top: 0, noteLine: 15, selfWidth: 34 } as const;

const rowHeight = { message: 40, self: 50, noteExtra: 24 };
const leastDistance = 130;
const noteWidth = 170;

/** A step with its height; `y` is where its arrow or its note begins. */
export interface PlacedStep {
  readonly step: Message | Note;
  readonly y: number;
  readonly lines: readonly string[];
}

export interface PlacedSequence {
  /** x of each participant's line, by id, and the box of its name. */
  readonly heads: ReadonlyMap<string, Box>;
  readonly names: ReadonlyMap<string, string>;
  readonly steps: readonly PlacedStep[];
  readonly canvas: Box;
}

/** Lines as far apart as their names and the texts between them need, steps below each other. */
export function placeSequence(sequence: Sequence): PlacedSequence {
  const names = new Map(
    sequence.participants.map(({ id, name }) => [id, ellipsised(cleanText(name) || id, sequenceFonts.name, 190)]),
  );
  const heads = placeHeads(sequence, names);
  const steps = placeSteps(sequence);
  const end = Math.max(sequenceLengths.headHeight + 40, ...steps.map(stepEnd)) + 20;
  const right = Math.max(
    240,
    ...[...heads.values()].map((box) => box.x + box.width),
    ...sequence.steps.map(reach(heads)),
  );
  const left = Math.min(0, ...[...heads.values()].map(({ x }) => x));
  return { heads, names, steps, canvas: { x: left - 24, y: -24, width: right - left + 48, height: end + 48 } };
}

/** Text of a message as it is written on its arrow. */
export function messageText({ text, detail }: Message): string {
  const whole = detail === undefined ? cleanText(text) : `${cleanText(text)} · ${cleanText(detail)}`;
  return ellipsised(whole, sequenceFonts.message, 300);
}

function placeHeads(sequence: Sequence, names: ReadonlyMap<string, string>): Map<string, Box> {
  const { participants } = sequence;
  const widths = participants.map(({ id }) => Math.ceil(textLength(names.get(id)!, "name")) + 58);
  const middles: number[] = [];
  for (const [at, width] of widths.entries()) {
    const beside =
      at === 0 ? width / 2 : middles[at - 1]! + Math.max(leastDistance, (widths[at - 1]! + width) / 2 + 24);
    middles.push(Math.round(Math.max(beside, ...textNeeds(sequence, at, middles))));
  }
  return new Map(
    participants.map(({ id }, at) => {
      const x = middles[at]! - widths[at]! / 2;
      return [id, { x, y: sequenceLengths.top, width: widths[at]!, height: sequenceLengths.headHeight }];
    }),
  );
}

/** How far right the line number `at` must be, for the texts that end at it. */
function textNeeds({ participants, steps }: Sequence, at: number, middles: readonly number[]): number[] {
  const position = new Map(participants.map(({ id }, index) => [id, index]));
  return steps.flatMap((step) => {
    if (isNote(step)) return position.get(step.over) === at - 1 ? [middles[at - 1]! + noteWidth + 40] : [];
    const [low, high] = [position.get(step.from)!, position.get(step.to)!].toSorted((a, b) => a - b) as [
      number,
      number,
    ];
    const length = textLength(messageText(step), "message");
    if (low === high) return low === at - 1 ? [middles[low]! + length + sequenceLengths.selfWidth + 30] : [];
    return high === at ? [middles[low]! + length + 34] : [];
  });
}

function placeSteps({ steps }: Sequence): PlacedStep[] {
  let y = sequenceLengths.headHeight + 22;
  return steps.map((step) => {
    const lines = isNote(step)
      ? wrapText(cleanText(step.note), sequenceFonts.note, noteWidth - 20, 4)
      : [messageText(step)];
    const height = isNote(step) ? lines.length * sequenceLengths.noteLine + rowHeight.noteExtra : messageHeight(step);
    const placed = { step, y: isNote(step) ? y : y + 22, lines };
    y += height;
    return placed;
  });
}

const messageHeight = ({ from, to }: Message): number => (from === to ? rowHeight.self : rowHeight.message);

function stepEnd({ step, y, lines }: PlacedStep): number {
  return isNote(step) ? y + lines.length * sequenceLengths.noteLine + 16 : y + 22;
}

/** How far right a step's text reaches. */
function reach(heads: ReadonlyMap<string, Box>): (step: Message | Note) => number {
  const middle = (id: string): number => heads.get(id)!.x + heads.get(id)!.width / 2;
  return (step) => {
    if (isNote(step)) return middle(step.over) + noteWidth + 10;
    return step.from === step.to
      ? middle(step.from) + sequenceLengths.selfWidth + 12 + textLength(messageText(step), "message")
      : 0;
  };
}

/** Box of a note, right of its participant's line. */
export function noteBox(head: Box, { y, lines }: PlacedStep): Box {
  const height = lines.length * sequenceLengths.noteLine + 12;
  return { x: head.x + head.width / 2 + 10, y, width: noteWidth, height };
}

function textLength(text: string, font: "name" | "message"): number {
  const { sizePx, weight } = sequenceFonts[font];
  return widestTextWidth(text, sizePx, weight);
}
