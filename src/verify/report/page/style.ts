import { baseStyle } from "../../../documents/html/base-style.ts";
import type { Markup } from "../../../kit/markup.ts";

/** The page's look: one accent (what is broken), everything else ink on paper; figures line up. */
export const pageStyle: Markup = {
  markup: `
${baseStyle.markup}
.sum, .unit, .meta, .none, .lead, figcaption { color: var(--muted); font-weight: 400; }
.sum { float: right; text-transform: none; font-size: 0.8125rem; }
.unit, .meta, .key { font-size: 0.8125rem; }
code { font: 0.8125rem var(--mono); }
a { color: inherit; text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.brand { margin: 0 0 1.25rem; color: var(--muted); font-size: 0.75rem; letter-spacing: 0.12em; text-transform: uppercase; }
.headline { margin: 0.25rem 0 1.25rem; font-size: clamp(2rem, 5vw, 3.25rem); }
.headline.broken { color: var(--broken); }
.bar { display: flex; gap: 3px; height: 10px; }
.bar span { border-radius: 2px; min-width: 6px; }
.bar .broken { background: var(--broken); }
.bar .inconclusive { background: repeating-linear-gradient(135deg, var(--unsure) 0 3px, transparent 3px 6px); }
.bar .holds { background: var(--holds); }
.bar .untested { background: var(--rule); }
.counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.75rem; margin: 0.75rem 0 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; margin: 0; padding: 0; list-style: none; }
.cards li { padding: 1rem 1.25rem; border-top: 3px solid var(--broken); background: var(--broken-wash); }
.cards p { margin: 0 0 0.5rem; }
.cards .sentence { font-weight: 600; }
.cards .gap strong { color: var(--broken); font: 600 1.75rem/1.2 var(--serif); }
.cards .gap { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
.cards .picture { width: 100%; height: auto; margin: 0.25rem 0 0.5rem; }
.cards .meta { margin: 0; }
.filter { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; border: 0; }
.choice { position: relative; padding: 0.25rem 0.75rem; border: 1px solid var(--rule); border-radius: 1rem; cursor: pointer; font-size: 0.875rem; }
.choice input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
.choice:has(:checked) { border-color: var(--ink); background: var(--ink); color: var(--paper); }
.choice:has(:focus-visible) { outline: 2px solid var(--ink); outline-offset: 2px; }
${["broken", "inconclusive", "holds", "untested"]
  .map(
    (status) =>
      `.claims:has(#show-${status}:checked) :is(.verdict:not(.${status}), .stage:not(:has(.verdict.${status}))) { display: none; }`,
  )
  .join("\n")}
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 500; }
thead th { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--ink); color: var(--muted); font-size: 0.75rem; vertical-align: bottom; }
td, tbody th { padding: 0.625rem 0.75rem 0 0; vertical-align: top; }
.number { text-align: right; padding-right: 0; padding-left: 0.75rem; }
.verdicts { table-layout: fixed; }
.verdicts th:nth-child(1) { width: 1.75rem; }
.verdicts th:nth-child(3) { width: 8rem; }
.verdicts th:nth-child(4) { width: 9.5rem; }
.verdicts th:nth-child(5) { width: 10.5rem; }
.verdicts th:nth-child(6) { width: 7rem; }
.verdicts th:nth-child(7) { width: 3.5rem; }
.verdict { border-bottom: 1px solid var(--rule); }
.sign { font-weight: 700; }
.broken .sign, .broken .measured .figure { color: var(--broken); }
.holds .sign { color: var(--holds); }
.inconclusive .sign { color: var(--unsure); }
.untested .sign, .untested .claim, .untested .stated { color: var(--muted); }
.figure { font-weight: 600; }
.ends { color: var(--muted); font-size: 0.8125rem; }
.measured .ends, .sample .unit, .models .unit { display: block; }
.more td { padding: 0 0 0.625rem 1.75rem; }
summary { color: var(--muted); font-size: 0.8125rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: " more"; color: var(--ink); text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 0.2em; }
details[open] summary::after { content: " less"; }
.facts { margin: 0.75rem 0 0.5rem; padding: 1rem 1.25rem; background: var(--wash); }
.facts dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.75rem 2rem; margin: 0.75rem 0 0; }
dt { color: var(--muted); font-size: 0.75rem; }
dd { margin: 0; font-size: 0.875rem; }
.conditions { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1rem 2rem; margin: 0; }
.picture { display: block; max-width: 100%; overflow: visible; }
.allowed { fill: var(--allowed); }
.picture .target { stroke: var(--ink); stroke-width: 1.5; }
.interval { stroke: var(--ink); stroke-width: 3; stroke-linecap: round; opacity: 0.55; }
.value { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.arrow { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.picture.broken .interval, .picture.broken .arrow { stroke: var(--broken); }
.picture.broken .value { fill: var(--broken); }
.picture .reference { stroke: var(--muted); stroke-dasharray: 3 3; }
.plain td, .plain tbody th { padding-bottom: 0.625rem; border-bottom: 1px solid var(--rule); }
.plain :is(.number, .role) { white-space: nowrap; }
.plain caption { padding-bottom: 0.5rem; text-align: left; font-weight: 600; }
.models .against { width: 17.5rem; padding: 0.625rem 0 0 1.5rem; }
.models tr.live th, .models tr.live .figure { font-weight: 700; }
.models tr.ceiling :is(th, .figure) { color: var(--muted); font-weight: 400; }
.models tr.ceiling .value { fill: var(--paper); stroke: var(--muted); }
.role { margin-left: 0.35rem; padding: 0.05rem 0.45rem; border: 1px solid var(--rule); border-radius: 0.75rem; color: var(--muted); font-size: 0.75rem; font-weight: 400; }
.refusal { color: var(--unsure); font-size: 0.8125rem; }
.chart { display: block; width: 100%; height: auto; margin: 0.5rem 0 1rem; overflow: visible; font: 12px var(--sans); }
.chart text { fill: var(--muted); }
.grid { stroke: var(--grid); }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke: var(--ink); }
.line-1 { stroke: var(--muted); stroke-width: 1.5; }
.line-2 { stroke-dasharray: 6 3; }
.line-3 { stroke: var(--muted); stroke-dasharray: 2 3; }
.chart .name { fill: var(--ink); font-weight: 600; }
.chart .target { stroke: var(--broken); stroke-width: 1.5; stroke-dasharray: 4 3; }
.chart .target-label { fill: var(--broken); }
.tally.answered, .swatch.answered { fill: var(--rule); background: var(--rule); }
.tally.fallback, .swatch.fallback { fill: var(--unsure); background: var(--unsure); }
.tally.failed, .swatch.failed { fill: var(--broken); background: var(--broken); }
.swatch { display: inline-block; width: 0.75rem; height: 0.75rem; margin: 0 0.35rem 0 0.75rem; border-radius: 2px; vertical-align: -0.05rem; }
.key .swatch:first-child { margin-left: 0; }
.mark { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 1 3; }
.chart .mark-label { fill: var(--ink); }
.scroll { overflow-x: auto; }
.scroll .chart { min-width: 44rem; overflow: hidden; }
.scroll .plain { min-width: 34rem; }
figure { margin: 1.5rem 0 0; }
footer { margin-top: 4rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: 0.875rem; }
footer h2 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
footer p { max-width: 46rem; margin: 0; }
@media (max-width: 46rem) {
  body { padding-top: 1.5rem; }
  .verdicts thead { position: absolute; clip-path: inset(50%); }
  .verdicts, .verdicts tbody { display: block; }
  .verdicts tr:not(.more) { display: grid; grid-template-columns: 1.5rem 1fr 1fr; column-gap: 0.5rem; padding-top: 0.75rem; }
  .verdicts td, .verdicts tbody th { padding: 0; text-align: left; }
  .verdicts .claim { grid-column: 2 / -1; font-weight: 600; }
  .verdicts .stated { grid-column: 2; }
  .verdicts .measured { grid-column: 3; }
  .verdicts .against { grid-column: 2 / -1; margin: 0.5rem 0; }
  .verdicts .sample { grid-column: 2; }
  .verdicts .line { grid-column: 3; }
  .verdicts [data-title]::before { content: attr(data-title); display: block; color: var(--muted); font-size: 0.75rem; }
  .sample .unit { display: inline; }
  .verdicts .untested .sample { display: none; }
  .untested .line { grid-column: 2; }
  .more, .more td { display: block; }
  .verdicts .more td { padding: 0.5rem 0 0.75rem 2rem; }
  }
@media print {
  :root { --paper: #fff; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .filter { display: none; }
  .verdict, .cards li, figure { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary::after { content: ""; }
}
`,
};
