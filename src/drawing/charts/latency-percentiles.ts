import { together, type Markup } from "../svg/element.ts";
import { paintOf, type Paint } from "../svg/theme.ts";
import {
  across,
  chartSvg,
  dot,
  latencyScale,
  levelAxis,
  plot,
  polyline,
  requireValues,
  rule,
  seriesColours,
  seriesLegend,
  smallText,
  uprightAxis,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { millisText, percentileText } from "./number-text.ts";
import { ninesScale, type Scale } from "./scale.ts";

export interface PercentilePoint {
  /** 0 to below 1. */
  readonly percentile: number;
  readonly millis: number;
}

export interface LatencyPercentiles extends ChartWords {
  /** Up to four, such as predicted and measured. */
  readonly series: readonly { readonly name: string; readonly points: readonly PercentilePoint[] }[];
  readonly budgets?: readonly PercentilePoint[];
}

/**
 * Latency over percentiles; each further nine is equally long, so the tail can be read.
 *
 * @throws {Problem} `drawing/no-values`
 */
export function latencyPercentilesSvg(chart: LatencyPercentiles, { theme = "auto" }: ChartOptions = {}): string {
  const paint = paintOf(theme);
  const points = [...chart.series.flatMap((one) => one.points), ...(chart.budgets ?? [])];
  requireValues(
    "latencies",
    points.flatMap(({ millis, percentile }) => [millis, percentile]),
  );
  const x = ninesScale(Math.min(0.9999, Math.max(0.99, ...points.map(({ percentile }) => percentile))), across);
  const y = latencyScale(points.map(({ millis }) => millis));
  const colours = chart.series.map((_, at) => seriesColours[at % seriesColours.length]!);
  return chartSvg(chart, theme, paint, [
    uprightAxis(y, paint),
    levelAxis({ scale: x, name: "percentile of requests", text: percentileText }, paint),
    together((chart.budgets ?? []).map((budget) => budgetCorner(budget, x, y.scale, paint))),
    ...chart.series.map(({ points }, at) => {
      const sorted = points.toSorted((a, b) => a.percentile - b.percentile);
      const places = sorted.map(({ percentile, millis }) => [x(percentile), y.scale(millis)] as const);
      return together([polyline(places, colours[at]!, paint), ...places.map((one) => dot(one, colours[at]!, paint))]);
    }),
    seriesLegend(
      chart.series.map(({ name }, at) => ({ name, colour: colours[at]! })),
      paint,
    ),
  ]);
}

/** The percentile and the latency of a budget, as two sides of a rectangle that the line must stay in. */
function budgetCorner({ percentile, millis }: PercentilePoint, x: Scale, y: Scale, paint: Paint): Markup {
  const [right, top] = [x(percentile), y(millis)];
  const words = `budget ${percentileText(percentile)} ${millisText(millis)}`;
  return together([
    rule({ x1: plot.left, x2: right, y1: top, y2: top }, "over-edge", paint, "5 4"),
    rule({ x1: right, x2: right, y1: top, y2: plot.bottom }, "over-edge", paint, "5 4"),
    smallText(words, { x: plot.left + 8, y: top - 6 }, paint, "over-ink"),
  ]);
}
