import type { Verdict } from "../../claim-shape.ts";
import { verdictCells } from "../cells.ts";
import { countText } from "../number-text.ts";
import { summaryText, verdictsByStage, type Status } from "../report.ts";
import { intervalPicture } from "./interval-picture.ts";
import { fileHref, html, type Markup, type Part } from "../../../kit/markup.ts";

/** A sign and a word for each status, so that colour is never the only difference. */
export const SIGNS: Readonly<Record<Status, string>> = { holds: "✓", broken: "✗", inconclusive: "?", untested: "–" };

/** All verdicts, one table per stage, broken first. */
export function verdictTables(verdicts: readonly Verdict[]): Markup[] {
  return verdictsByStage(verdicts).map(
    ({ stage, verdicts }) => html`
      <section class="stage" aria-labelledby="stage-${stage}">
        <h3 id="stage-${stage}">${stage} <span class="sum">${summaryText(verdicts)}</span></h3>
        <table class="verdicts" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader"><span class="unseen">Verdict</span></th>
              <th scope="col" role="columnheader">Claim</th>
              <th scope="col" role="columnheader">Stated</th>
              <th scope="col" role="columnheader">Measured</th>
              <th scope="col" role="columnheader" class="against">Against the target</th>
              <th scope="col" role="columnheader" class="number">n</th>
              <th scope="col" role="columnheader" class="number">Line</th>
            </tr>
          </thead>
          ${verdicts.map(verdictRows)}
        </table>
      </section>
    `,
  );
}

function verdictRows(verdict: Verdict): Markup {
  const { claim, status } = verdict;
  const cells = verdictCells(verdict);
  return html`
    <tbody class="verdict ${status}" role="rowgroup">
      <tr role="row">
        <td role="cell" class="sign">
          <span aria-hidden="true">${SIGNS[status]}</span><span class="unseen">${status}</span>
        </td>
        <th role="rowheader" scope="row" class="claim">${cells.claim}</th>
        <td role="cell" class="stated" data-title="stated">${cells.stated}</td>
        <td role="cell" class="measured" data-title="measured">
          ${cells.measured === "" ? html`<span class="none">not measured</span>` : html`<span class="figure">${cells.measured}</span>`}
          ${cells.interval !== "" && html`<span class="ends">${cells.interval}</span>`}
        </td>
        <td role="cell" class="against">${intervalPicture(verdict, 150, 20)}</td>
        <td role="cell" class="number sample" data-title="n">
          ${cells.sampleSize}${cells.sampleUnit !== "" && html` <span class="unit">${cells.sampleUnit}</span>`}
        </td>
        <td role="cell" class="number line" data-title="line">${claim.place.line ?? ""}</td>
      </tr>
      <tr role="row" class="more">
        <td role="cell" colspan="7">
          <details>
            <summary>${verdict.because}</summary>
            ${factsOf(verdict)}
          </details>
        </td>
      </tr>
    </tbody>
  `;
}

/** Everything known about a verdict, as a list of terms. */
function factsOf(verdict: Verdict): Markup {
  const { claim, measured, evidence } = verdict;
  const cells = verdictCells(verdict);
  const facts: (readonly [string, Part])[] = [
    ["Place", html`<code>${placeOf(verdict)}</code>`],
    ["Path", html`<code>${claim.path}</code>`],
    ["Stated", claim.stated],
    ["Measured", measured && [cells.measured, cells.interval && `[${cells.interval}]`].filter(Boolean).join(" ")],
    [
      "Confidence",
      measured?.interval &&
        measured.interval.confidence < 1 &&
        `${Number((measured.interval.confidence * 100).toPrecision(4))} %`,
    ],
    ["Sample", measured && `${countText(measured.sampleSize)} ${measured.sampleUnit}`],
    ["Conditions", measured && conditionsText({ ...claim.conditions, ...measured.conditions })],
    ["Note", measured?.note],
    ["Probe", verdict.probe],
    ["Evidence", evidence !== undefined && html`<a href="${fileHref(evidence)}">${evidence}</a>`],
  ];
  return html`
    <div class="facts">
      ${intervalPicture(verdict, 320, 34)}
      <dl>
        ${facts.map(
          ([term, fact]) =>
            fact &&
            html`<div>
              <dt>${term}</dt>
              <dd>${fact}</dd>
            </div>`,
        )}
      </dl>
    </div>
  `;
}

const conditionsText = (conditions: Readonly<Record<string, string | number>>): string =>
  Object.entries(conditions)
    .map(([name, value]) => `${name} ${value}`)
    .join(" · ");

/** `grocery.design.yaml:35:37`. */
export function placeOf({ claim: { place } }: Verdict): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
}
