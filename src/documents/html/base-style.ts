import type { Markup } from "../../kit/markup.ts";

/** What every page of ours shares: ink on paper, light and dark; one accent, for what is broken; figures that line up. */
export const baseStyle: Markup = {
  markup: `
:root {
  color-scheme: light dark;
  --paper: #fcfcfa; --raised: #ffffff; --ink: #1c1e21; --muted: #5d6269; --rule: #e3e2dd; --wash: #f1f0eb;
  --broken: #b3261e; --broken-wash: #fbeae8; --holds: #2f6f53; --unsure: #835400; --allowed: #e4ebe6; --grid: #e9e8e3;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --raised: #1b1e22; --ink: #e8e6e1; --muted: #a3a8ae; --rule: #30343a; --wash: #20242a;
    --broken: #ff8a7d; --broken-wash: #34201f; --holds: #84c5a4; --unsure: #e2b566; --allowed: #25332d; --grid: #282c31;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 3rem clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--paper); color: var(--ink);
  font: 0.9375rem/1.5 var(--sans); font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere;
}
h1, h2, .headline { font-family: var(--serif); font-weight: 600; line-height: 1.15; text-wrap: balance; }
h1 { margin: 0; font-size: 1.375rem; color: var(--muted); font-weight: 500; }
h2 { margin: 3.5rem 0 1rem; font-size: 1.5rem; }
h3 { margin: 2rem 0 0.25rem; font-size: 0.9375rem; }
h3::first-letter { text-transform: uppercase; }
`,
};
