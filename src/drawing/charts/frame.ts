import { Problem } from "../../kit/problem.ts";
import { cleanText } from "../text/clean.ts";
import { textWidth } from "../text/measure.ts";
import { element, together, type Attributes, type Markup } from "../svg/element.ts";
import { picture, pictureHeading } from "../svg/picture.ts";
import type { Colour, Paint, Theme } from "../svg/theme.ts";
import { millisText } from "./number-text.ts";
import { linearScale, logScale, type Scale, type Span } from "./scale.ts";

export interface ChartOptions {
  readonly theme?: Theme;
}

/** What every chart says in words. */
export interface ChartWords {
  readonly title: string;
  /** One sentence for readers who cannot see the chart. */
  readonly description?: string;
}

export const chartSize = { width: 680, height: 380 } as const;
/** The part of a chart that holds the data. */
export const plot = { left: 84, right: 648, top: 88, bottom: 316 } as const;
export const across: Span = [plot.left, plot.right];
export const upwards: Span = [plot.bottom, plot.top];

export const seriesColours: readonly Colour[] = ["series1", "series2", "series3", "series4"];

/** A chart as an SVG file. */
export function chartSvg(
  { title, description }: ChartWords,
  theme: Theme,
  paint: Paint,
  parts: readonly Markup[],
): string {
  const canvas = { x: 0, y: 0, ...chartSize };
  const words = cleanText(title);
  const facts = { title: words, description: cleanText(description ?? "") || words, canvas, theme };
  return picture(facts, [pictureHeading(words, { ...canvas, y: -4 }, paint), ...parts]);
}

export interface Axis {
  readonly scale: Scale;
  readonly name: string;
  readonly text: (value: number) => string;
}

/** The upright axis of latencies: even, or logarithmic when they differ by more than 20 times. */
export function latencyScale(millis: readonly number[]): Axis {
  const [low, high] = [Math.min(...millis), Math.max(...millis)];
  if (!(low > 0 && high / low > 20)) return { scale: linearScale(0, high, upwards), name: "latency", text: millisText };
  return { scale: logScale(low, high, upwards), name: "latency, log scale", text: millisText };
}

/** Level lines at the ticks, their numbers, and the axis' name. */
export function uprightAxis({ scale, name, text }: Axis, paint: Paint): Markup {
  const ticks = scale.ticks.map((tick) =>
    together([
      rule({ x1: plot.left, x2: plot.right, y1: scale(tick), y2: scale(tick) }, "grid", paint),
      smallText(text(tick), { x: plot.left - 8, y: scale(tick) + 4, "text-anchor": "end" }, paint),
    ]),
  );
  return together([...ticks, smallText(name, { x: 24, y: plot.top - 14 }, paint, "ink-faint")]);
}

/** Numbers below the data; those that would touch the one before are left out. */
export function levelAxis({ scale, name, text }: Axis, paint: Paint, y: number = plot.bottom): Markup {
  let free = Number.NEGATIVE_INFINITY;
  const ticks = scale.ticks.flatMap((tick) => {
    const half = textWidth(text(tick), 12) / 2 + 5;
    if (scale(tick) - half < free) return [];
    free = scale(tick) + half;
    const mark = rule({ x1: scale(tick), x2: scale(tick), y1: y, y2: y + 5 }, "line", paint);
    return [mark, smallText(text(tick), { x: scale(tick), y: y + 19, "text-anchor": "middle" }, paint)];
  });
  const middle = { x: (plot.left + plot.right) / 2, y: y + 40, "text-anchor": "middle" };
  const base = rule({ x1: plot.left, x2: plot.right, y1: y, y2: y }, "line", paint);
  return together([base, ...ticks, smallText(name, middle, paint, "ink-faint")]);
}

export function smallText(text: string, place: Attributes, paint: Paint, colour: Colour = "ink-soft"): Markup {
  return element("text", { ...place, "font-size": 12, fill: paint(colour) }, text);
}

/** A straight line with a hint of its own where it is dashed. */
export function rule(place: Attributes, colour: Colour, paint: Paint, dashes?: string): Markup {
  return element("line", {
    ...place,
    stroke: paint(colour),
    "stroke-width": dashes ? 1.4 : 1,
    "stroke-dasharray": dashes,
  });
}

/** A line through points of the picture. */
export function polyline(
  points: readonly (readonly [number, number])[],
  colour: Colour,
  paint: Paint,
  dashes?: string,
): Markup {
  const d = points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${fixed(x)} ${fixed(y)}`).join("");
  const look = { fill: "none", stroke: paint(colour), "stroke-width": 2, "stroke-linejoin": "round" };
  return element("path", { d, ...look, "stroke-dasharray": dashes });
}

export function dot([cx, cy]: readonly [number, number], colour: Colour, paint: Paint, r = 3.5): Markup {
  return element("circle", { cx, cy, r, fill: paint(colour), stroke: paint("page"), "stroke-width": 1.5 });
}

/** Names of series with their colours, at the top right. */
export function seriesLegend(
  entries: readonly { name: string; colour: Colour; dashes?: string }[],
  paint: Paint,
): Markup {
  let right: number = plot.right;
  const parts = entries.toReversed().map(({ name, colour, dashes }) => {
    const words = cleanText(name).slice(0, 40);
    const x = right - textWidth(words, 12);
    right = x - 42;
    const sample = [
      [x - 26, plot.top - 18],
      [x - 6, plot.top - 18],
    ] as const;
    return together([polyline(sample, colour, paint, dashes), smallText(words, { x, y: plot.top - 14 }, paint)]);
  });
  return together(parts);
}

/**
 * @throws {Problem} `drawing/no-values` for no values, or one that is not finite
 */
export function requireValues(what: string, values: readonly number[]): void {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (values.length > 0 && wrong === undefined) return;
  const found = wrong === undefined ? `There are no ${what} to draw.` : `One of the ${what} is ${wrong}.`;
  throw new Problem({ code: "drawing/no-values", found, fix: "leave the chart out until there is something to show" });
}

const fixed = (length: number): number => Math.round(length * 100) / 100;
