import { element, together, type Markup } from "../svg/element.ts";
import { paintOf, type Paint } from "../svg/theme.ts";
import { cleanText } from "../text/clean.ts";
import { ellipsised } from "../text/wrap.ts";
import {
  chartSize,
  levelAxis,
  plot,
  requireValues,
  rule,
  smallText,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { pictureHeading, picture } from "../svg/picture.ts";
import { shortNumber } from "./number-text.ts";
import { linearScale, type Scale } from "./scale.ts";

export interface CostRange {
  readonly name: string;
  readonly lowUsd: number;
  readonly baseUsd: number;
  readonly highUsd: number;
}

export interface CostRanges extends ChartWords {
  readonly items: readonly CostRange[];
  /** What the numbers are for; `per month` when absent. */
  readonly per?: string;
}

const row = 34;
const names = 190;
const top = 62;

/**
 * What each part costs: a bar from low to high with a mark at the base value. The picture grows with the rows.
 *
 * @throws {Problem} `drawing/no-values`
 */
export function costRangesSvg(chart: CostRanges, { theme = "auto" }: ChartOptions = {}): string {
  const paint = paintOf(theme);
  const values = chart.items.flatMap(({ lowUsd, baseUsd, highUsd }) => [lowUsd, baseUsd, highUsd]);
  requireValues("costs", values);
  const scale = linearScale(0, Math.max(...values), [names + 24, plot.right - 140], 5);
  const shift = chart.items.length * row - (plot.bottom - top);
  const canvas = { x: 0, y: 0, width: chartSize.width, height: chartSize.height + shift };
  const axis = levelAxis(
    { scale, name: `US dollars ${chart.per ?? "per month"}`, text: usd },
    paint,
    plot.bottom + shift,
  );
  const title = cleanText(chart.title);
  const description = cleanText(chart.description ?? "") || chart.items.map(sentence).join(" ");
  return picture({ title, description, canvas, theme }, [
    pictureHeading(title, { ...canvas, y: -4 }, paint),
    axis,
    ...chart.items.map((item, at) => itemRow(item, top + (at + 0.5) * row, scale, paint)),
  ]);
}

function itemRow({ name, lowUsd, baseUsd, highUsd }: CostRange, y: number, scale: Scale, paint: Paint): Markup {
  const [low, base, high] = [lowUsd, baseUsd, highUsd].map(scale) as [number, number, number];
  const font = { sizePx: 12, weight: "regular" } as const;
  const range = lowUsd === highUsd ? "" : ` (${usd(lowUsd)} to ${usd(highUsd)})`;
  const label = { x: names + 12, y: y + 4, "text-anchor": "end" };
  return together([
    rule({ x1: scale.ticks.length > 0 ? scale(scale.ticks[0]!) : 0, x2: high, y1: y, y2: y }, "grid", paint),
    smallText(ellipsised(cleanText(name), font, names - 14), label, paint, "ink"),
    element("rect", {
      x: low,
      y: y - 7,
      width: Math.max(2, high - low),
      height: 14,
      rx: 4,
      fill: paint("series1"),
      "fill-opacity": 0.3,
    }),
    element("rect", { x: base - 2, y: y - 10, width: 4, height: 20, rx: 2, fill: paint("series1") }),
    smallText(`${usd(baseUsd)}${range}`, { x: high + 10, y: y + 4 }, paint),
  ]);
}

const usd = (value: number): string => `$${shortNumber(value)}`;

const sentence = ({ name, lowUsd, baseUsd, highUsd }: CostRange): string =>
  `${name}: ${usd(baseUsd)}, between ${usd(lowUsd)} and ${usd(highUsd)}.`;
