import { element, type Markup } from "../svg/element.ts";
import { paintOf, type Colour, type Paint } from "../svg/theme.ts";
import {
  across,
  chartSvg,
  levelAxis,
  requireValues,
  seriesLegend,
  smallText,
  plot,
  uprightAxis,
  upwards,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { shareText, shortNumber } from "./number-text.ts";
import { linearScale, type Scale } from "./scale.ts";

export interface DriftHistogram extends ChartWords {
  /** Names of the bins, or the edges between them: one more than there are bins. */
  readonly bins: readonly string[] | { readonly edges: readonly number[] };
  /** Share of rows in each bin, 0 to 1. */
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly valueName: string;
  /** Result of a test, such as `PSI 0.31, alarm above 0.2`. */
  readonly verdict?: string;
}

/**
 * How values were spread before and are now, side by side for each bin.
 *
 * @throws {Problem} `drawing/no-values`
 */
export function driftHistogramSvg(chart: DriftHistogram, { theme = "auto" }: ChartOptions = {}): string {
  const paint = paintOf(theme);
  const count = chart.reference.length;
  requireValues("shares", [...chart.reference, ...chart.current]);
  requireValues("bins", chart.current.length === count ? [count] : []);
  const y = linearScale(0, Math.max(...chart.reference, ...chart.current), upwards);
  const width = (plot.right - plot.left) / count;
  const bars = (shares: readonly number[], offset: number, colour: Colour): Markup[] =>
    shares.map((share, at) => bar(plot.left + (at + offset) * width, width * 0.36, y(share), colour, paint));
  return chartSvg(chart, theme, paint, [
    uprightAxis({ scale: y, name: "share of rows", text: shareText }, paint),
    ...bars(chart.reference, 0.12, "icon-plain"),
    ...bars(chart.current, 0.52, "series1"),
    binAxis(chart, count, paint),
    smallText(chart.verdict ?? "", { x: 24, y: plot.top - 32 }, paint, "ink"),
    seriesLegend(
      [
        { name: "reference", colour: "icon-plain" },
        { name: "now", colour: "series1" },
      ],
      paint,
    ),
  ]);
}

function bar(x: number, width: number, top: number, colour: Colour, paint: Paint): Markup {
  const height = Math.max(0, plot.bottom - top);
  return element("rect", {
    x,
    y: top,
    width,
    height,
    rx: Math.min(3, width / 4),
    fill: paint(colour),
    "fill-opacity": 0.85,
  });
}

function binAxis({ bins, valueName }: DriftHistogram, count: number, paint: Paint): Markup {
  const edges = "edges" in bins ? bins.edges : undefined;
  const middle = edges ? 0 : 0.5;
  const place = (at: number): number => across[0] + ((at + middle) / count) * (across[1] - across[0]);
  const ticks = Array.from({ length: edges ? count + 1 : count }, (_, at) => at);
  const text = (at: number): string => (edges ? shortNumber(edges[at]!) : String((bins as readonly string[])[at]));
  const scale: Scale = Object.assign(place, { ticks });
  return levelAxis({ scale, name: valueName, text }, paint);
}
