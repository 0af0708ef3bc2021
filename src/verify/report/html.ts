import { countText } from "./number-text.ts";
import { intervalPicture } from "./page/interval-picture.ts";
import { latencyChart, latencyTable } from "./page/latency-chart.ts";
import { html, type Markup } from "../../kit/markup.ts";
import { modelTable } from "./page/model-table.ts";
import { pageStyle } from "./page/style.ts";
import { timelineChart } from "./page/timeline-chart.ts";
import { placeOf, SIGNS, verdictTables } from "./page/verdict-table.ts";
import { predictedSection } from "./predicted.ts";
import { verdictCells } from "./cells.ts";
import { statusCounts, STATUSES, type Status, type VerificationReport } from "./report.ts";

/** One HTML file that needs nothing else: no script, no font, no request; light, dark and on paper. */
export function reportHtml(report: VerificationReport): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${report.design}: ${headline(report)}</title>
        <style>
          ${pageStyle}
        </style>
      </head>
      <body>
        ${header(report)}
        <main>
          ${brokenSection(report)} ${claimsSection(report)} ${modelsSection(report)} ${loadsSection(report)}
          ${predictedSection(report.predictions)} ${conditionsSection(report)}
        </main>
        ${footer()}
      </body>
    </html>`;
  return `${page.markup}\n`;
}

/** The run in one sentence. */
export function headline({ verdicts }: VerificationReport): string {
  const { broken, inconclusive, holds, untested } = statusCounts(verdicts);
  const all = verdicts.length;
  if (all === 0) return "The design makes no claims yet.";
  if (broken > 0) return `${broken} of ${all} claims ${broken === 1 ? "is" : "are"} broken.`;
  if (holds === all) return `All ${all} claims hold.`;
  const open = [inconclusive > 0 && `${inconclusive} inconclusive`, untested > 0 && `${untested} untested`];
  return `Nothing is broken: ${holds} of ${all} claims ${holds === 1 ? "holds" : "hold"}, ${open.filter(Boolean).join(", ")}.`;
}

function header(report: VerificationReport): Markup {
  const counts = statusCounts(report.verdicts);
  const started = new Date(report.startedMillis).toISOString().slice(0, 16).replace("T", " ");
  return html`
    <header>
      <p class="brand">Plumbline verification</p>
      <h1>${report.design}</h1>
      <p class="headline ${counts.broken > 0 ? "broken" : "fine"}">${headline(report)}</p>
      <div class="bar" aria-hidden="true">
        ${STATUSES.map((status) => counts[status] > 0 && html`<span class="${status}" style="flex-grow:${counts[status]}"></span>`)}
      </div>
      <p class="counts">${STATUSES.map((status) => countWords(status, counts[status]))}</p>
      <p class="meta">${report.file} · ${started} UTC · took ${duration(report.tookSeconds)}</p>
    </header>
  `;
}

const countWords = (status: Status, count: number): Markup | false =>
  count > 0 &&
  html`<span class="${status}"
    ><span class="sign" aria-hidden="true">${SIGNS[status]}</span> ${count}
    ${status === "holds" && count > 1 ? "hold" : status}</span
  >`;

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

function brokenSection({ verdicts }: VerificationReport): Markup | undefined {
  const broken = verdicts.filter(({ status }) => status === "broken");
  if (broken.length === 0) return undefined;
  return html`
    <section aria-labelledby="broken">
      <h2 id="broken">What is broken</h2>
      <ol class="cards">
        ${broken.map((verdict) => {
          const cells = verdictCells(verdict);
          return html`
            <li>
              <p class="sentence">${cells.claim}</p>
              <p class="gap"><strong>${cells.measured}</strong> <span>stated ${cells.stated}</span></p>
              ${intervalPicture(verdict, 280, 24)}
              <p class="meta"><code>${placeOf(verdict).split("/").at(-1)!}</code></p>
            </li>
          `;
        })}
      </ol>
    </section>
  `;
}

function claimsSection({ verdicts }: VerificationReport): Markup {
  const counts = statusCounts(verdicts);
  return html`
    <section aria-labelledby="claims" class="claims">
      <h2 id="claims">Every claim</h2>
      <fieldset class="filter">
        <legend class="unseen">Show claims</legend>
        ${filterChoice("all", "all", verdicts.length)}
        ${STATUSES.map((status) => filterChoice(status, `${SIGNS[status]} ${status}`, counts[status]))}
      </fieldset>
      ${verdictTables(verdicts)}
    </section>
  `;
}

const filterChoice = (value: Status | "all", words: string, count: number): Markup => html`
  <label class="choice ${value}"
    ><input type="radio" name="show" id="show-${value}" ${value === "all" ? html`checked` : undefined} /> ${words}
    <b>${count}</b></label
  >
`;

function modelsSection({ models }: VerificationReport): Markup | undefined {
  if (models.length === 0) return undefined;
  return html`
    <section aria-labelledby="models">
      <h2 id="models">Models on the same later data</h2>
      ${models.map((comparison) => html`<div class="scroll" tabindex="0" role="group" aria-label="${comparison.metric} by model">${modelTable(comparison)}</div>`)}
    </section>
  `;
}

function loadsSection({ loads }: VerificationReport): Markup | undefined {
  if (loads.length === 0) return undefined;
  return html`
    <section aria-labelledby="latency">
      <h2 id="latency">Latency under load</h2>
      <p class="lead">
        From the moment a request was due to its last byte, arrivals as a Poisson stream that does not wait for answers.
        A failed request counts as at least the timeout.
      </p>
      <div class="scroll" tabindex="0" role="group" aria-label="Latency by percentile">${latencyChart(loads)}</div>
      <div class="scroll" tabindex="0" role="group" aria-label="Latency table">${latencyTable(loads)}</div>
      <h3>Second by second</h3>
      <p class="key">
        <span class="swatch answered"></span>answered <span class="swatch fallback"></span>by the fallback
        <span class="swatch failed"></span>failed
      </p>
      ${loads.map(timelineChart)}
    </section>
  `;
}

function conditionsSection({ conditions, notes, verdicts }: VerificationReport): Markup {
  return html`
    <section aria-labelledby="conditions">
      <h2 id="conditions">Conditions</h2>
      <dl class="conditions">
        ${Object.entries(conditions).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
        <div>
          <dt>claims</dt>
          <dd>${countText(verdicts.length)}</dd>
        </div>
      </dl>
      ${(notes ?? []).map((note) => html`<p>${note}</p>`)}
    </section>
  `;
}

const footer = (): Markup => html`
  <footer>
    <h2>How to read this</h2>
    <p>
      A claim <b>holds</b> or is <b>broken</b> only when the whole confidence interval lies on one side of its target.
      It is <b>inconclusive</b> when the interval straddles the target, the sample is too small, or the load generator
      was saturated, and <b>untested</b> when nothing here can measure it. In the pictures the shaded side is what the
      design allows, the line its target, the bar the interval and the dot the measured value.
    </p>
  </footer>
`;
