import { quantityText, countText } from "../number-text.ts";
import type { LoadReport } from "../report.ts";
import { html, type Markup } from "../../../kit/markup.ts";
import { at, linearScale, logScale, type Scale } from "./scale.ts";

const WIDTH = 960;
const HEIGHT = 340;
const LEFT = 68;
const RIGHT = 110;
const TOP = 14;
const BOTTOM = 34;
const TICKS = [0.5, 0.9, 0.99, 0.999, 0.9999];
const TABLE_QUANTILES = [0.5, 0.9, 0.99, 0.999];

const LEAST_QUANTILE = 0.2;

/** Latency by percentile, the tail stretched out: each step to the right is a tenth of the requests before; the heaviest load is the boldest line. */
export function latencyChart(unordered: readonly LoadReport[]): Markup {
  const loads = unordered.toSorted((a, b) => b.perSecond - a.perSecond);
  const longestTail = Math.max(1, ...loads.map(({ curve }) => tail(curve.at(-1)?.quantile ?? 0.9)));
  const x = Object.assign((quantile: number) => LEFT + (tail(quantile) / longestTail) * (WIDTH - LEFT - RIGHT), {
    ticks: TICKS.filter((quantile) => tail(quantile) <= longestTail + 0.01),
  });
  const y = latencyScale(loads);
  return html`
    <svg
      class="chart"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="Latency by percentile; the table below has the numbers"
    >
      ${y.ticks.map((tick) => horizontalTick(tick, y))} ${x.ticks.map((quantile) => verticalTick(quantile, x))}
      ${loads.flatMap((load, i) => [curve(load, i, x, y), ...(load.targets ?? []).map((target) => targetMark(load.name, target, x, y))])}
      ${endLabels(loads, x, y)}
    </svg>
  `;
}

/** Powers of ten of the share that is slower: p90 → 1, p99 → 2. */
const tail = (quantile: number): number => -Math.log10(1 - quantile);

/** A log axis where the tail is many times the middle. */
function latencyScale(loads: readonly LoadReport[]): Scale {
  const curves = loads.flatMap(({ curve, targets }) => [
    ...curve.filter(({ quantile }) => quantile >= LEAST_QUANTILE),
    ...(targets ?? []),
  ]);
  const all = curves.map(({ millis }) => millis).filter((millis) => millis > 0);
  const [least, most] = [Math.min(...all, 1000), Math.max(...all, 1)];
  if (most / least < 20) return linearScale(0, most, HEIGHT - BOTTOM, TOP, 5);
  return logScale(least * 0.8, most * 1.2, HEIGHT - BOTTOM, TOP);
}

const horizontalTick = (millis: number, y: Scale): Markup => html`
  <line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(millis))}" y2="${at(y(millis))}" />
  <text class="tick" x="${LEFT - 8}" y="${at(y(millis) + 4)}" text-anchor="end">${quantityText(millis, "ms")}</text>
`;

const verticalTick = (quantile: number, x: (quantile: number) => number): Markup => html`
  <line class="grid" x1="${at(x(quantile))}" x2="${at(x(quantile))}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" />
  <text class="tick" x="${at(x(quantile))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle"
    >${percentile(quantile)}</text
  >
`;

const percentile = (quantile: number): string => `p${Number((quantile * 100).toPrecision(6))}`;

function curve({ curve }: LoadReport, index: number, x: (quantile: number) => number, y: Scale): Markup {
  const points = curve
    .filter(({ quantile }) => quantile >= LEAST_QUANTILE)
    .map(({ quantile, millis }) => `${at(x(quantile))},${at(y(millis))}`)
    .join(" ");
  return html`<polyline class="line line-${index % 4}" points="${points}" />`;
}

function targetMark(
  name: string,
  target: { quantile: number; millis: number },
  x: (quantile: number) => number,
  y: Scale,
): Markup {
  const [cx, cy] = [x(target.quantile), y(target.millis)];
  return html`
    <line class="target" x1="${at(cx - 22)}" x2="${at(cx + 22)}" y1="${at(cy)}" y2="${at(cy)}" />
    <text class="target-label" x="${at(cx)}" y="${at(cy - 6)}" text-anchor="middle"
      >≤ ${quantityText(target.millis, "ms")} ${name}</text
    >
  `;
}

/** A name at the end of each line, pushed apart where two ends are near each other. */
function endLabels(loads: readonly LoadReport[], x: (quantile: number) => number, y: Scale): Markup[] {
  const ends = loads
    .map((load, index) => ({ load, index, end: load.curve.at(-1) }))
    .filter(({ end }) => end !== undefined)
    .sort((a, b) => y(a.end!.millis) - y(b.end!.millis));
  let above = -Infinity;
  return ends.map(({ load, index, end }) => {
    const place = Math.max(y(end!.millis) + 4, above + 16);
    above = place;
    return html`<text class="name name-${index % 4}" x="${at(x(end!.quantile) + 8)}" y="${at(place)}"
      >${load.name}</text
    >`;
  });
}

/** The same numbers as a table. */
export function latencyTable(loads: readonly LoadReport[]): Markup {
  return html`
    <table class="plain">
      <caption class="unseen">
        Latency by percentile and load
      </caption>
      <thead>
        <tr>
          <th scope="col">Load</th>
          ${TABLE_QUANTILES.map((quantile) => html`<th scope="col" class="number">${percentile(quantile)}</th>`)}
          <th scope="col" class="number">Requests</th>
          <th scope="col" class="number">Errors</th>
          <th scope="col" class="number">Fallbacks</th>
        </tr>
      </thead>
      <tbody>
        ${loads.map(
          (load) => html`
            <tr>
              <th scope="row">${load.name} <span class="unit">${countText(load.perSecond)}/s</span></th>
              ${TABLE_QUANTILES.map((quantile) => html`<td class="number">${atQuantile(load, quantile)}</td>`)}
              <td class="number">${countText(load.requests)}</td>
              <td class="number">${countText(load.errors)}</td>
              <td class="number">${countText(load.fallbacks)}</td>
            </tr>
            ${
              load.refusal !== undefined &&
              html`<tr>
                <td colspan="8" class="refusal">Not judged: ${load.refusal}.</td>
              </tr>`
            }
          `,
        )}
      </tbody>
    </table>
  `;
}

/** Empty where the load was too small to have that percentile. */
function atQuantile({ curve, requests }: LoadReport, quantile: number): string {
  if (requests * (1 - quantile) < 10) return "";
  const near = curve.reduce((a, b) => (Math.abs(b.quantile - quantile) < Math.abs(a.quantile - quantile) ? b : a));
  return quantityText(near.millis, "ms");
}
