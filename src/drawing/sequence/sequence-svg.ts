import type { Box } from "../layout/geometry.ts";
import { cleanText } from "../text/clean.ts";
import { textWidth } from "../text/measure.ts";
import { element, nothing, together, type Markup } from "../svg/element.ts";
import { iconTile } from "../svg/icons.ts";
import { picture, pictureHeading, withBands } from "../svg/picture.ts";
import { paintOf, type Paint, type Theme } from "../svg/theme.ts";
import {
  noteBox,
  placeSequence,
  sequenceFonts,
  sequenceLengths,
  type PlacedSequence,
  type PlacedStep,
} from "./place.ts";
import {
  isNote,
  requireSoundSequence,
  type Message,
  type MessageKind,
  type Participant,
  type Sequence,
} from "./sequence.ts";

const colours = { call: "request", reply: "response", send: "line" } as const satisfies Record<MessageKind, string>;
const dashes: Readonly<Record<MessageKind, string | undefined>> = { call: undefined, reply: "5 4", send: "1.5 3.5" };

/**
 * One request as a sequence of messages between participants.
 *
 * @throws {Problem} `drawing/duplicate-id`, `drawing/unknown-id`
 */
export function sequenceSvg(sequence: Sequence, { theme = "auto" }: { readonly theme?: Theme } = {}): string {
  requireSoundSequence(sequence);
  const paint = paintOf(theme);
  const placed = placeSequence(sequence);
  const canvas = withBands(placed.canvas, 40, 0);
  const title = cleanText(sequence.title);
  const description =
    cleanText(sequence.description ?? "") ||
    `${sequence.steps.length} steps between ${sequence.participants.map(({ name }) => name).join(", ")}.`;
  return picture({ title, description, canvas, theme }, [
    pictureHeading(title, canvas, paint),
    together(sequence.participants.map(({ id }) => lifeline(placed.heads.get(id)!, placed, paint))),
    together(sequence.participants.map((one) => head(one, placed, paint))),
    together(placed.steps.map((step) => stepMarkup(step, placed, paint))),
  ]);
}

const middle = ({ x, width }: Box): number => x + width / 2;

function lifeline(box: Box, { canvas }: PlacedSequence, paint: Paint): Markup {
  const end = canvas.y + canvas.height - 30;
  const place = { x1: middle(box), y1: box.y + box.height, x2: middle(box), y2: end };
  return element("line", { ...place, stroke: paint("card-edge"), "stroke-width": 1.2, "stroke-dasharray": "2 4" });
}

function head({ id, icon }: Participant, { heads, names }: PlacedSequence, paint: Paint): Markup {
  const { x, y, width, height } = heads.get(id)!;
  const { sizePx } = sequenceFonts.name;
  const name = {
    x: x + 46,
    y: y + height / 2 + sizePx * 0.36,
    "font-size": sizePx,
    "font-weight": 600,
    fill: paint("ink"),
  };
  return element(
    "g",
    { class: "participant", "data-id": id },
    element("rect", { x, y: y + 1.5, width, height, rx: 9, fill: paint("shadow") }),
    element("rect", { x, y, width, height, rx: 9, fill: paint("card"), stroke: paint("card-edge") }),
    iconTile(icon, x + 10, y + 10, 26, paint),
    element("text", name, names.get(id)!),
  );
}

function stepMarkup(placed: PlacedStep, { heads }: PlacedSequence, paint: Paint): Markup {
  const { step } = placed;
  if (isNote(step)) return note(noteBox(heads.get(step.over)!, placed), placed.lines, paint);
  const [from, to] = [middle(heads.get(step.from)!), middle(heads.get(step.to)!)];
  return from === to ? selfMessage(step, placed, from, paint) : message(step, placed, [from, to], paint);
}

function note({ x, y, width, height }: Box, lines: readonly string[], paint: Paint): Markup {
  const { sizePx } = sequenceFonts.note;
  const rect = {
    x,
    y,
    width,
    height,
    rx: 6,
    fill: paint("warn-fill"),
    stroke: paint("warn-edge"),
    "stroke-width": 0.8,
  };
  const texts = lines.map((line, at) => {
    const place = {
      x: x + 10,
      y: y + 17 + at * sequenceLengths.noteLine,
      "font-size": sizePx,
      fill: paint("warn-ink"),
    };
    return element("text", place, line);
  });
  return element("g", { class: "note" }, element("rect", rect), ...texts);
}

function message({ kind }: Message, { y, lines }: PlacedStep, [from, to]: [number, number], paint: Paint): Markup {
  const forward = Math.sign(to - from);
  const colour = paint(colours[kind]);
  const line = {
    x1: from,
    y1: y,
    x2: to - forward * 6,
    y2: y,
    stroke: colour,
    "stroke-width": 1.5,
    "stroke-dasharray": dashes[kind],
  };
  return element(
    "g",
    { class: `message ${kind}` },
    element("line", line),
    arrow(to, y, forward, colour),
    patch((from + to) / 2, y, lines[0]!, paint),
    words(lines[0]!, { x: (from + to) / 2, y: y - 6, "text-anchor": "middle" }, paint),
  );
}

function selfMessage({ kind }: Message, { y, lines }: PlacedStep, x: number, paint: Paint): Markup {
  const out = x + sequenceLengths.selfWidth;
  const colour = paint(colours[kind]);
  const path = `M${x} ${y - 8}L${out - 6} ${y - 8}Q${out} ${y - 8} ${out} ${y - 2}L${out} ${y + 6}Q${out} ${y + 12} ${out - 6} ${y + 12}L${x + 6} ${y + 12}`;
  return element(
    "g",
    { class: `message ${kind}` },
    element("path", { d: path, fill: "none", stroke: colour, "stroke-width": 1.5, "stroke-dasharray": dashes[kind] }),
    arrow(x, y + 12, -1, colour),
    words(lines[0]!, { x: out + 8, y: y + 6 }, paint),
  );
}

function arrow(x: number, y: number, forward: number, colour: string): Markup {
  return element("path", { d: `M${x} ${y}L${x - forward * 8} ${y - 4}L${x - forward * 8} ${y + 4}Z`, fill: colour });
}

/** Hides the lines of other participants behind a text. */
function patch(middle: number, y: number, text: string, paint: Paint): Markup {
  const width = textWidth(text, sequenceFonts.message.sizePx) + 8;
  return element("rect", { x: middle - width / 2, y: y - 19, width, height: 17, fill: paint("page") });
}

function words(text: string, place: Readonly<Record<string, string | number>>, paint: Paint): Markup {
  if (text === "") return nothing;
  return element("text", { ...place, "font-size": sequenceFonts.message.sizePx, fill: paint("ink") }, text);
}
