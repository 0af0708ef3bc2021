import { element, type Markup } from "../svg/element.ts";
import { paintOf, type Colour, type Paint } from "../svg/theme.ts";
import {
  across,
  chartSvg,
  dot,
  levelAxis,
  polyline,
  requireValues,
  rule,
  seriesColours,
  seriesLegend,
  uprightAxis,
  upwards,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { shareText } from "./number-text.ts";
import { linearScale } from "./scale.ts";

/** Cases whose predictions are alike. */
export interface CalibrationBin {
  /** Mean prediction, 0 to 1. */
  readonly predicted: number;
  /** Share that came true, 0 to 1. */
  readonly observed: number;
  /** How many cases; larger bins get larger dots. */
  readonly count: number;
  /** Interval of `observed`. */
  readonly low?: number;
  readonly high?: number;
}

export interface CalibrationCurve extends ChartWords {
  readonly series: readonly { readonly name: string; readonly bins: readonly CalibrationBin[] }[];
}

/**
 * A reliability curve: what was predicted against what came true. On the dashed line the two are equal.
 *
 * @throws {Problem} `drawing/no-values`
 */
export function calibrationCurveSvg(chart: CalibrationCurve, { theme = "auto" }: ChartOptions = {}): string {
  const paint = paintOf(theme);
  const bins = chart.series.flatMap((one) => one.bins);
  const values = bins.flatMap(({ predicted, observed, low, high }) => [
    predicted,
    observed,
    low ?? observed,
    high ?? observed,
  ]);
  requireValues("bins", [...values, ...bins.map(({ count }) => count)]);
  const top = Math.max(...values);
  const [x, y] = [linearScale(0, top, across), linearScale(0, top, upwards)];
  const most = Math.max(...bins.map(({ count }) => count));
  const end = x.ticks.at(-1)!;
  return chartSvg(chart, theme, paint, [
    uprightAxis({ scale: y, name: "came true", text: shareText }, paint),
    levelAxis({ scale: x, name: "predicted", text: shareText }, paint),
    rule({ x1: x(0), y1: y(0), x2: x(end), y2: y(end) }, "line", paint, "5 4"),
    ...chart.series.flatMap(({ bins }, at) => {
      const colour = seriesColours[at % 4]!;
      const sorted = bins.toSorted((a, b) => a.predicted - b.predicted);
      const place = ({ predicted, observed }: CalibrationBin) => [x(predicted), y(observed)] as const;
      return [
        polyline(sorted.map(place), colour, paint),
        ...sorted.map((bin) =>
          interval(x(bin.predicted), y(bin.low ?? bin.observed), y(bin.high ?? bin.observed), colour, paint),
        ),
        ...sorted.map((bin) => dot(place(bin), colour, paint, 3 + 3 * Math.sqrt(bin.count / most))),
      ];
    }),
    seriesLegend(
      chart.series.map(({ name }, at) => ({ name, colour: seriesColours[at % 4]! })),
      paint,
    ),
  ]);
}

function interval(x: number, low: number, high: number, colour: Colour, paint: Paint): Markup {
  return element("line", {
    x1: x,
    x2: x,
    y1: low,
    y2: high,
    stroke: paint(colour),
    "stroke-width": 3,
    "stroke-opacity": 0.35,
  });
}
