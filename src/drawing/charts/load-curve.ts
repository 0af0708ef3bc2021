import { element, nothing, together, type Markup } from "../svg/element.ts";
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
  seriesLegend,
  smallText,
  uprightAxis,
  type ChartOptions,
  type ChartWords,
} from "./frame.ts";
import { millisText, shortNumber } from "./number-text.ts";
import { linearScale, type Scale } from "./scale.ts";

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
  const { x, y } = scalesOf(curve);
  return chartSvg(curve, theme, paint, [
    beyondCapacity(curve, x, paint),
    uprightAxis(y, paint),
    levelAxis({ scale: x, name: "requests per second", text: shortNumber }, paint),
    budgetLine(curve, y.scale, paint),
    mark(curve.kneePerSecond, "knee", x, paint),
    mark(curve.capacityPerSecond, "capacity", x, paint),
    curves(curve, x, y.scale, paint),
    seriesLegend(
      [
        { name: curve.measured?.length ? "p50 (dots: measured)" : "p50", colour: "series3" },
        { name: "p99", colour: "series1" },
      ],
      paint,
    ),
  ]);
}

function scalesOf({ points, measured = [], kneePerSecond, capacityPerSecond, budgetP99Millis }: LoadCurve) {
  const all = [...points, ...measured];
  const loads = [...all.map((point) => point.requestsPerSecond), kneePerSecond ?? [], capacityPerSecond ?? []].flat();
  const millis = [...all.flatMap(({ p50Millis, p99Millis }) => [p50Millis, p99Millis]), budgetP99Millis ?? []].flat();
  requireValues("points of load", all.length === 0 ? [] : [...loads, ...millis]);
  return { x: linearScale(0, Math.max(...loads), across, 6), y: latencyScale(millis) };
}

function curves({ points, measured = [] }: LoadCurve, x: Scale, y: Scale, paint: Paint): Markup {
  const sorted = points.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const lines = (["p50Millis", "p99Millis"] as const).map((percentile) => {
    const colour = percentile === "p50Millis" ? "series3" : "series1";
    const place = (point: LoadPoint) => [x(point.requestsPerSecond), y(point[percentile])] as const;
    const dots = measured.map((point) => dot(place(point), colour, paint, 4.5));
    return together([points.length === 0 ? nothing : polyline(sorted.map(place), colour, paint), ...dots]);
  });
  return together(lines);
}

function beyondCapacity({ capacityPerSecond }: LoadCurve, x: Scale, paint: Paint): Markup {
  if (capacityPerSecond === undefined) return nothing;
  const from = x(capacityPerSecond);
  const size = { width: Math.max(0, plot.right - from), height: plot.bottom - plot.top };
  return element("rect", { x: from, y: plot.top, ...size, fill: paint("over-fill"), "fill-opacity": 0.5 });
}

function budgetLine({ budgetP99Millis: budget }: LoadCurve, y: Scale, paint: Paint): Markup {
  if (budget === undefined) return nothing;
  return together([
    rule({ x1: plot.left, x2: plot.right, y1: y(budget), y2: y(budget) }, "over-edge", paint, "5 4"),
    smallText(`budget p99 ${millisText(budget)}`, { x: plot.left + 8, y: y(budget) - 6 }, paint, "over-ink"),
  ]);
}

const markLooks = {
  knee: { edge: "warn-edge", ink: "warn-ink", height: plot.bottom - 28 },
  capacity: { edge: "over-edge", ink: "over-ink", height: plot.bottom - 10 },
} as const;

/** An upright line with its name, low where the curves are high. */
function mark(load: number | undefined, what: keyof typeof markLooks, x: Scale, paint: Paint): Markup {
  if (load === undefined) return nothing;
  const at = x(load);
  const { edge, ink, height } = markLooks[what];
  const side = at > (plot.left + plot.right) / 2 ? { x: at - 6, "text-anchor": "end" } : { x: at + 6 };
  return together([
    rule({ x1: at, x2: at, y1: plot.top, y2: plot.bottom }, edge, paint, "2 3"),
    smallText(`${what} ${shortNumber(load)}/s`, { ...side, y: height }, paint, ink),
  ]);
}
