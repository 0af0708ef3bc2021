import { paintOf } from "../svg/theme.ts";
import {
  across,
  chartSvg,
  dot,
  levelAxis,
  plot,
  polyline,
  requireValues,
  rule,
  seriesColours,
  seriesLegend,
  smallText,
  uprightAxis,
  upwards,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { millisText, percentileText } from "./number-text.ts";
import { linearScale, logScale, ninesScale } from "./scale.ts";

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
  const budgets = chart.budgets ?? [];
  const points = [...chart.series.flatMap((one) => one.points), ...budgets];
  const millis = points.map((point) => point.millis);
  requireValues("latencies", [...millis, ...points.map(({ percentile }) => percentile)]);
  const highest = Math.min(0.9999, Math.max(0.99, ...points.map(({ percentile }) => percentile)));
  const x = ninesScale(highest, across);
  const [low, high] = [Math.min(...millis), Math.max(...millis)];
  const isLog = low > 0 && high / low > 20;
  const y = isLog ? logScale(low, high, upwards) : linearScale(0, high, upwards);
  const place = (point: PercentilePoint) => [x(point.percentile), y(point.millis)] as const;
  return chartSvg(chart, theme, paint, [
    uprightAxis({ scale: y, name: isLog ? "latency, log scale" : "latency", text: millisText }, paint),
    levelAxis({ scale: x, name: "percentile of requests", text: percentileText }, paint),
    ...budgets.flatMap((budget) => {
      const at = y(budget.millis);
      const words = `budget ${percentileText(budget.percentile)} ${millisText(budget.millis)}`;
      return [
        rule({ x1: plot.left, x2: x(budget.percentile), y1: at, y2: at }, "over-edge", paint, "5 4"),
        rule(
          { x1: x(budget.percentile), x2: x(budget.percentile), y1: at, y2: plot.bottom },
          "over-edge",
          paint,
          "5 4",
        ),
        smallText(words, { x: plot.left + 8, y: at - 6 }, paint, "over-ink"),
      ];
    }),
    ...chart.series.flatMap(({ points }, at) => {
      const sorted = points.toSorted((a, b) => a.percentile - b.percentile).map(place);
      const colour = seriesColours[at % 4]!;
      return [polyline(sorted, colour, paint), ...sorted.map((point) => dot(point, colour, paint))];
    }),
    seriesLegend(
      chart.series.map(({ name }, at) => ({ name, colour: seriesColours[at % 4]! })),
      paint,
    ),
  ]);
}
