import { measuredTexts, quantityText } from "../number-text.ts";
import type { ModelComparison, ModelRow } from "../report.ts";
import { html, type Markup } from "../../../kit/markup.ts";
import { at, linearScale, type Scale } from "./scale.ts";

const WIDTH = 260;
const ROW = 22;

/** The models of one comparison, best last as the caller gives them, each with its interval on one common axis. */
export function modelTable({ metric, on, rows }: ModelComparison): Markup {
  const ends = rows
    .flatMap(({ value, interval }) => [value, interval?.low ?? value, interval?.high ?? value])
    .filter(Number.isFinite);
  const spread = Math.max(...ends) - Math.min(...ends) || 1;
  const x = linearScale(Math.min(...ends) - spread * 0.1, Math.max(...ends) + spread * 0.1, 4, WIDTH - 4, 4);
  const reference = rows.find(({ role }) => role === "baseline");
  return html`
    <table class="plain models">
      <caption>
        ${metric}${on !== undefined && html` <span class="unit">on ${on}</span>`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" class="number">${metric}</th>
          <th scope="col" class="number">95 % interval</th>
          <th scope="col" class="against"><span class="unseen">Picture; the dashed line is the baseline</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => modelRow(row, metric, x, reference))}
      </tbody>
    </table>
  `;
}

function modelRow(row: ModelRow, metric: string, x: Scale, reference: ModelRow | undefined): Markup {
  const texts = row.interval && measuredTexts(row.value, row.interval, metric);
  return html`
    <tr class="${row.role ?? "candidate"}">
      <th scope="row">
        ${row.name} ${row.role !== undefined && row.role !== "candidate" && html`<span class="role">${row.role}</span>`}
        ${row.note !== undefined && html`<span class="unit">${row.note}</span>`}
      </th>
      <td class="number figure">${texts ? texts.value : quantityText(row.value, metric)}</td>
      <td class="number ends">${texts ? texts.ends : ""}</td>
      <td class="against">${modelPicture(row, x, reference)}</td>
    </tr>
  `;
}

function modelPicture({ value, interval }: ModelRow, x: Scale, reference: ModelRow | undefined): Markup {
  const middle = ROW / 2;
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${ROW}" width="${WIDTH}" height="${ROW}" aria-hidden="true">
    ${reference && html`<line class="reference" x1="${at(x(reference.value))}" x2="${at(x(reference.value))}" y1="0" y2="${ROW}" />`}
    ${interval && html`<line class="interval" x1="${at(x(interval.low))}" x2="${at(x(interval.high))}" y1="${middle}" y2="${middle}" />`}
    <circle class="value" cx="${at(x(value))}" cy="${middle}" r="4" />
  </svg>`;
}
