import { countText, quantityText } from "../number-text.ts";
import type { LoadReport } from "../report.ts";
import { html, type Markup } from "../../../kit/markup.ts";
import { at, linearScale, logScale, type Scale } from "./scale.ts";

const WIDTH = 960;
const LEFT = 68;
const RIGHT = 16;
const COUNTS = { top: 24, bottom: 84 };
const LATENCY = { top: 112, bottom: 212 };
const HEIGHT = 244;

/** One load second by second: requests by how they were answered above, latency below, and what was done to the system. */
export function timelineChart(load: LoadReport): Markup {
  const seconds = Math.max(1, load.timeline.length);
  const x = (second: number): number => LEFT + (second / seconds) * (WIDTH - LEFT - RIGHT);
  return html`
    <figure>
      <figcaption>${load.name}, ${countText(load.perSecond)} requests per second offered</figcaption>
      <div class="scroll" tabindex="0" role="group" aria-label="${load.name} by seconds">
        <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${timelineWords(load)}">
          ${countBars(load, x)} ${latencyLines(load, x)} ${secondTicks(seconds, x)}
          ${(load.marks ?? []).map((mark, i) => markLine(mark, i, x))}
        </svg>
      </div>
    </figure>
  `;
}

const timelineWords = ({ name, requests, errors, fallbacks, timeline }: LoadReport): string =>
  `${name}: ${countText(requests)} requests in ${timeline.length} seconds, ${countText(fallbacks)} answered by the fallback, ${countText(errors)} failed`;

function countBars({ timeline }: LoadReport, x: (second: number) => number): Markup {
  const y = linearScale(0, Math.max(1, ...timeline.map(({ requests }) => requests)), COUNTS.bottom, COUNTS.top, 2);
  const width = Math.max(0.5, x(1) - x(0) - 0.6);
  const bar = (kind: string, second: number, from: number, to: number): Markup | false =>
    to > from &&
    html`<rect
      class="tally ${kind}"
      x="${at(x(second))}"
      width="${at(width)}"
      y="${at(y(to))}"
      height="${at(y(from) - y(to))}"
    />`;
  return html`
    ${axis(y, countText, "requests/s", COUNTS.top)}
    ${timeline.map(({ second, requests, fallbacks, errors }) => [
      bar("answered", second, 0, requests - fallbacks - errors),
      bar("fallback", second, requests - fallbacks - errors, requests - errors),
      bar("failed", second, requests - errors, requests),
    ])}
  `;
}

function latencyLines({ timeline, targets }: LoadReport, x: (second: number) => number): Markup {
  const all = timeline.flatMap(({ p50Millis, p99Millis }) => [p50Millis, p99Millis]).filter((value) => value !== null);
  const shown = [...all, ...(targets ?? []).map(({ millis }) => millis)].filter((millis) => millis > 0);
  const [least, most] = [Math.min(...shown, 1000), Math.max(...shown, 1)];
  const y =
    most / least < 20
      ? linearScale(0, most, LATENCY.bottom, LATENCY.top, 3)
      : logScale(least * 0.8, most * 1.2, LATENCY.bottom, LATENCY.top);
  const line = (values: readonly (number | null)[]): string =>
    values.map((value, second) => (value === null ? "" : `${at(x(second + 0.5))},${at(y(value))}`)).join(" ");
  return html`
    ${axis(thinned(y), (millis) => quantityText(millis, "ms"), "latency per second: p99 bold, p50 thin", LATENCY.top)}
    ${(targets ?? []).map((target) => targetLine(target, y))}
    <polyline class="line line-1" points="${line(timeline.map(({ p50Millis }) => p50Millis))}" />
    <polyline class="line line-0" points="${line(timeline.map(({ p99Millis }) => p99Millis))}" />
  `;
}

const targetLine = ({ quantile, millis }: { quantile: number; millis: number }, y: Scale): Markup => html`
  <line class="target" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(millis))}" y2="${at(y(millis))}" />
  <text class="target-label" x="${WIDTH - RIGHT}" y="${at(y(millis) - 4)}" text-anchor="end"
    >p${Number((quantile * 100).toPrecision(6))} ≤ ${quantityText(millis, "ms")}</text
  >
`;

/** Log axes over several powers of ten have more ticks than a small panel has room for. */
function thinned(scale: Scale): Scale {
  if (scale.ticks.length <= 5) return scale;
  return Object.assign((value: number) => scale(value), {
    ticks: scale.ticks.filter((tick) => Math.abs(Math.log10(tick) % 1) < 1e-6),
  });
}

const axis = (y: Scale, words: (value: number) => string, title: string, top: number): Markup => html`
  <text class="axis" x="${LEFT}" y="${top - 8}">${title}</text>
  ${y.ticks.map(
    (tick) => html`
      <line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(tick))}" y2="${at(y(tick))}" />
      <text class="tick" x="${LEFT - 8}" y="${at(y(tick) + 4)}" text-anchor="end">${words(tick)}</text>
    `,
  )}
`;

function secondTicks(seconds: number, x: (second: number) => number): Markup[] {
  const ticks = linearScale(0, seconds, 0, 1, 8).ticks.filter((tick) => tick <= seconds && Number.isInteger(tick));
  return ticks.map(
    (second) =>
      html`<text class="tick" x="${at(x(second))}" y="${LATENCY.bottom + 20}" text-anchor="middle">${second} s</text>`,
  );
}

const markLine = (
  { second, label }: { second: number; label: string },
  index: number,
  x: (second: number) => number,
): Markup => html`
  <line class="mark" x1="${at(x(second))}" x2="${at(x(second))}" y1="12" y2="${LATENCY.bottom}" />
  <text class="mark-label" x="${at(x(second) + 4)}" y="${index % 2 === 0 ? 12 : 22}">${label}</text>
`;
