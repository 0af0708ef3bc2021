import { millisText } from "../charts/number-text.ts";
import { linearScale, type Scale } from "../charts/scale.ts";
import { element, nothing, together, type Markup } from "../svg/element.ts";
import { picture, pictureHeading } from "../svg/picture.ts";
import { paintOf, type Colour, type Paint, type Theme } from "../svg/theme.ts";
import { cleanText } from "../text/clean.ts";
import { textWidth } from "../text/measure.ts";
import { ellipsised } from "../text/wrap.ts";
import { isBeyond, placeBars, reserved, type PlacedBar, type Waterfall, type WaterfallStep } from "./waterfall.ts";

const track = { left: 214, right: 834, top: 96 } as const;
const row = 40;
const numbers = 852;
const width = 1080;
const whole = "Whole request";
const nameFont = { sizePx: 13.5, weight: "semibold" } as const;

/**
 * The steps of one request on one line of time: the budget of each as a frame, its predicted p50 as a bar and p99 as a
 * thin line behind it, red where it ends beyond the budget by more than a tenth, and for the whole by anything.
 *
 * @throws {Problem} as `placeBars`
 */
export function waterfallSvg(waterfall: Waterfall, { theme = "auto" }: { readonly theme?: Theme } = {}): string {
  const paint = paintOf(theme);
  const bars = placeBars(waterfall);
  const total = waterfall.total && { name: whole, ...waterfall.total };
  const rows = [...bars, ...(total ? [{ step: total, startMillis: 0 }] : [])];
  const scale = linearScale(0, Math.max(1, ...rows.map(endOf)), [track.left, track.right], 8);
  const bottom = track.top + rows.length * row;
  const canvas = { x: 0, y: 0, width, height: bottom + 66 };
  const title = cleanText(waterfall.title);
  const description = cleanText(waterfall.description ?? "") || waterfall.steps.map(sentence).join(" ");
  return picture({ title, description, canvas, theme }, [
    pictureHeading(title, { ...canvas, y: -4 }, paint),
    timeAxis(scale, bottom, paint),
    ...(total ? [separator(bottom - row, paint)] : []),
    together(rows.map((bar, at) => stepRow(bar, track.top + (at + 0.5) * row, scale, paint))),
    deadline(waterfall, scale, bottom, paint),
    key(bottom + 44, paint),
  ]);
}

function endOf({ step, startMillis }: PlacedBar): number {
  return startMillis + Math.max(reserved(step), step.p50Millis ?? 0, step.p99Millis ?? 0);
}

function timeAxis(scale: Scale, bottom: number, paint: Paint): Markup {
  const ticks = scale.ticks.map((tick) => {
    const x = scale(tick);
    const text = { x, y: track.top - 12, "text-anchor": "middle", "font-size": 11.5, fill: paint("ink-faint") };
    return together([
      element("line", { x1: x, x2: x, y1: track.top - 4, y2: bottom, stroke: paint("grid") }),
      element("text", text, millisText(tick)),
    ]);
  });
  return together(ticks);
}

function separator(y: number, paint: Paint): Markup {
  return element("line", { x1: 24, x2: width - 24, y1: y, y2: y, stroke: paint("card-edge") });
}

function stepRow({ step, startMillis }: PlacedBar, y: number, scale: Scale, paint: Paint): Markup {
  const name = ellipsised(cleanText(step.name), nameFont, track.left - 46);
  const place = { x: 24, y: y + 5, "font-size": nameFont.sizePx, "font-weight": 600, fill: paint("ink") };
  return element(
    "g",
    { class: isOver(step) ? "step over-budget" : "step" },
    element("text", place, name),
    budgetFrame(step, startMillis, y, scale, paint),
    predictedBars(step, startMillis, y, scale, paint),
    numbersText(step, y, paint),
  );
}

function budgetFrame({ budgetMillis }: WaterfallStep, start: number, y: number, scale: Scale, paint: Paint): Markup {
  if (budgetMillis === undefined) return nothing;
  const size = { width: Math.max(2, scale(start + budgetMillis) - scale(start)), height: 24 };
  return element("rect", {
    x: scale(start),
    y: y - 12,
    ...size,
    rx: 5,
    fill: paint("online-fill"),
    stroke: paint("online-edge"),
  });
}

function predictedBars(step: WaterfallStep, start: number, y: number, scale: Scale, paint: Paint): Markup {
  const { p50Millis, p99Millis, budgetMillis } = step;
  const piece = (from: number, to: number, height: number, colour: Colour): Markup => {
    const size = { width: Math.max(1.5, scale(start + to) - scale(start + from)), height };
    return element("rect", { x: scale(start + from), y: y - height / 2, ...size, rx: 2, fill: paint(colour) });
  };
  const inside = isOver(step) ? budgetMillis! : (p99Millis ?? 0);
  return together([
    p99Millis === undefined ? nothing : piece(0, inside, 5, "series3"),
    p99Millis !== undefined && p99Millis > inside ? piece(inside, p99Millis, 5, "over-edge") : nothing,
    p50Millis === undefined ? nothing : piece(0, p50Millis, 13, "request"),
  ]);
}

function numbersText(step: WaterfallStep, y: number, paint: Paint): Markup {
  const { p50Millis, p99Millis, budgetMillis } = step;
  const predicted = [
    ...(p50Millis === undefined ? [] : [`p50 ${millisText(p50Millis)}`]),
    ...(p99Millis === undefined ? [] : [`p99 ${millisText(p99Millis)}`]),
  ].join(" · ");
  const budget = budgetMillis === undefined ? "" : `${predicted === "" ? "" : " "}of ${millisText(budgetMillis)}`;
  const text = { x: numbers, y: y + 4.5, "font-size": 12.5, fill: paint(isOver(step) ? "over-ink" : "ink-soft") };
  const weight = isOver(step) ? 600 : undefined;
  return element("text", { ...text, "font-weight": weight }, predicted + budget);
}

const isOver = (step: WaterfallStep): boolean => isBeyond(step, step.name === whole ? 1 : undefined);

/** The end of the whole budget, through all rows. */
function deadline({ total }: Waterfall, scale: Scale, bottom: number, paint: Paint): Markup {
  if (total?.budgetMillis === undefined) return nothing;
  const x = scale(total.budgetMillis);
  const line = { stroke: paint("over-edge"), "stroke-width": 1.4, "stroke-dasharray": "5 4" };
  return element("line", { x1: x, x2: x, y1: track.top - 4, y2: bottom, ...line });
}

function key(y: number, paint: Paint): Markup {
  let x = track.left;
  const entry = (words: string, height: number, fill: Colour, stroke?: Colour): Markup => {
    const sample = {
      x,
      y: y - height / 2,
      width: 26,
      height,
      rx: 2,
      fill: paint(fill),
      stroke: stroke && paint(stroke),
    };
    const text = { x: x + 34, y: y + 4, "font-size": 11.5, fill: paint("ink-soft") };
    x += 58 + textWidth(words, 11.5);
    return together([element("rect", sample), element("text", text, words)]);
  };
  return together([
    entry("budget", 16, "online-fill", "online-edge"),
    entry("predicted p50", 12, "request"),
    entry("predicted p99", 5, "series3"),
    entry("p99 beyond the budget", 5, "over-edge"),
  ]);
}

function sentence({ name, budgetMillis, p99Millis }: WaterfallStep): string {
  const parts = [
    ...(budgetMillis === undefined ? [] : [`budget ${millisText(budgetMillis)}`]),
    ...(p99Millis === undefined ? [] : [`p99 ${millisText(p99Millis)}`]),
  ];
  return `${name}: ${parts.join(", ") || "no numbers"}.`;
}
