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
  seriesLegend,
  smallText,
  uprightAxis,
  upwards,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { element } from "../svg/element.ts";
import { millisText, shortNumber } from "./number-text.ts";
import { linearScale, logScale } from "./scale.ts";

export interface LoadPoint {
  readonly requestsPerSecond: number;
  readonly p50Millis: number;
  readonly p99Millis: number;
}

export interface LoadCurve extends ChartWords {
  readonly points: readonly LoadPoint[];
  /** Measured points, drawn as dots beside the predicted lines. */
  readonly measured?: readonly LoadPoint[];
  /** Load from which latency grows faster than the load. */
  readonly kneePerSecond?: number;
  /** Load at which the first component has no room left. */
  readonly capacityPerSecond?: number;
  readonly budgetP99Millis?: number;
}

/**
 * Latency over load, with the knee, the end of the capacity, and the budget.
 *
 * @throws {Problem} `drawing/no-values`
 */
export function loadCurveSvg(curve: LoadCurve, { theme = "auto" }: ChartOptions = {}): string {
  const paint = paintOf(theme);
  const { kneePerSecond: knee, capacityPerSecond: capacity, budgetP99Millis: budget } = curve;
  const points = curve.points.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const measured = curve.measured ?? [];
  const all = [...points, ...measured];
  const millis = all.flatMap(({ p50Millis, p99Millis }) => [p50Millis, p99Millis]).concat(budget ?? []);
  const loads = all.map(({ requestsPerSecond }) => requestsPerSecond).concat(knee ?? [], capacity ?? []);
  requireValues("points of load", [...millis, ...loads]);
  const x = linearScale(0, Math.max(...loads), across, 6);
  const [low, high] = [Math.min(...millis), Math.max(...millis)];
  const isLog = low > 0 && high / low > 20;
  const y = isLog ? logScale(low, high, upwards) : linearScale(0, high, upwards);
  const line = (percentile: "p50Millis" | "p99Millis") =>
    points.map((point) => [x(point.requestsPerSecond), y(point[percentile])] as const);
  return chartSvg(curve, theme, paint, [
    ...(capacity === undefined ? [] : [beyond(x(capacity), paint("over-fill"))]),
    uprightAxis({ scale: y, name: isLog ? "latency, log scale" : "latency", text: millisText }, paint),
    levelAxis({ scale: x, name: "requests per second", text: shortNumber }, paint),
    ...(budget === undefined
      ? []
      : [
          rule({ x1: plot.left, x2: plot.right, y1: y(budget), y2: y(budget) }, "over-edge", paint, "5 4"),
          smallText(`budget p99 ${millisText(budget)}`, { x: plot.left + 8, y: y(budget) - 6 }, paint, "over-ink"),
        ]),
    ...(knee === undefined ? [] : mark(x(knee), `knee ${shortNumber(knee)}/s`, "warn-edge")),
    ...(capacity === undefined ? [] : mark(x(capacity), `capacity ${shortNumber(capacity)}/s`, "over-edge")),
    polyline(line("p50Millis"), "series3", paint),
    polyline(line("p99Millis"), "series1", paint),
    ...measured.flatMap((point) => [
      dot([x(point.requestsPerSecond), y(point.p50Millis)], "series3", paint, 4.5),
      dot([x(point.requestsPerSecond), y(point.p99Millis)], "series1", paint, 4.5),
    ]),
    seriesLegend(
      [
        { name: measured.length > 0 ? "p50 (dots: measured)" : "p50", colour: "series3" },
        { name: "p99", colour: "series1" },
      ],
      paint,
    ),
  ]);

  function beyond(from: number, fill: string) {
    const size = { width: Math.max(0, plot.right - from), height: plot.bottom - plot.top };
    return element("rect", { x: from, y: plot.top, ...size, fill, "fill-opacity": 0.5 });
  }

  function mark(at: number, words: string, colour: "warn-edge" | "over-edge") {
    const ink = colour === "warn-edge" ? "warn-ink" : "over-ink";
    const height = colour === "warn-edge" ? plot.bottom - 28 : plot.bottom - 10;
    const side = at > (plot.left + plot.right) / 2 ? { x: at - 6, "text-anchor": "end" } : { x: at + 6 };
    return [
      rule({ x1: at, x2: at, y1: plot.top, y2: plot.bottom }, colour, paint, "2 3"),
      smallText(words, { ...side, y: height }, paint, ink),
    ];
  }
}
