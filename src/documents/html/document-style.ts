import type { Markup } from "../../kit/markup.ts";

/** How a design reads as a page: a column of text, tables that line up, what is open in amber, what is broken in red. */
export const documentStyle: Markup = {
  markup: `
body { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 3rem; max-width: 84rem; }
nav { position: sticky; top: 3rem; align-self: start; font-size: 0.8125rem; }
nav ol { margin: 0; padding: 0; list-style: none; border-left: 1px solid var(--rule); }
nav li { margin: 0; padding: 0.2rem 0 0.2rem 0.875rem; }
nav a { color: var(--muted); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }
main { min-width: 0; }
main > p, main > ul { max-width: 46rem; }
h1 { margin: 0 0 0.25rem; font-size: clamp(1.75rem, 4vw, 2.5rem); color: var(--ink); font-weight: 600; }
h2 { margin: 3rem 0 0.25rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); scroll-margin-top: 1rem; }
h3 { margin: 1.75rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
ul { margin: 0 0 0.75rem; padding-left: 1.25rem; }
li { margin: 0.15rem 0; }
.soft { color: var(--muted); }
.none, .later { color: var(--muted); font-style: italic; }
.unknown { padding: 0 0.4em; border: 1px dashed var(--unsure); border-radius: 0.25rem; color: var(--unsure); font-weight: 600; }
.holds, .broken, .inconclusive, .untested { font-size: 0.8125rem; white-space: nowrap; }
.holds { color: var(--holds); }
.holds::before { content: "✓ "; }
.broken { color: var(--broken); font-weight: 600; }
.broken::before { content: "✗ "; }
.inconclusive { color: var(--unsure); }
.inconclusive::before { content: "~ "; }
.untested { color: var(--muted); }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; font-size: 0.875rem; overflow-wrap: break-word; }
.rows { width: 100%; }
th, td { padding: 0.35rem 0.875rem 0.35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { color: var(--muted); font-weight: 500; font-size: 0.8125rem; white-space: nowrap; }
.pairs th { width: 14rem; font-weight: 500; color: var(--muted); }
.rows td:first-child { font-weight: 500; min-width: 8rem; }
figure { margin: 0.75rem 0 1.25rem; overflow-x: auto; }
figure svg { max-width: max(100%, 84rem); min-width: 60rem; height: auto; }
figcaption { color: var(--muted); font-size: 0.8125rem; }
@media (max-width: 56rem) { body { display: block; } nav { display: none; } }
@media print { figure svg { min-width: 0; max-width: 100%; } body { display: block; max-width: none; padding: 0; } nav { display: none; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
`,
};
