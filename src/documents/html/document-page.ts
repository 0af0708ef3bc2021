import { html, type Markup } from "../../kit/markup.ts";
import type { Block, Span } from "../render/block.ts";
import { baseStyle } from "./base-style.ts";
import { documentStyle } from "./document-style.ts";

type Heading = Extract<Block, { kind: "heading" }>;

/**
 * Blocks as one HTML file that needs nothing else: no script, no font, no address outside of it.
 */
export function documentPage(blocks: readonly Block[]): string {
  const headings = blocks.filter((block): block is Heading => block.kind === "heading");
  const title = headings.find(({ level }) => level === 1)?.text ?? "Design";
  const chapters = headings.filter(({ level }) => level === 2);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>${title}</title>
        <style>
          ${baseStyle}${documentStyle}
        </style>
      </head>
      <body>
        <nav aria-label="Sections">
          <ol>
            ${chapters.map(({ text }) => html`<li><a href="#${idOf(text)}">${text}</a></li>`)}
          </ol>
        </nav>
        <main>${blocks.map(blockMarkup)}</main>
      </body>
    </html> `;
  return page.markup;
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case "heading":
      return headingMarkup(block);
    case "paragraph":
      return html`<p>${block.spans.map(spanMarkup)}</p> `;
    case "list":
      return html`<ul>
        ${block.items.map((spans) => html`<li>${spans.map(spanMarkup)}</li>`)}
      </ul> `;
    case "table":
      return tableMarkup(block);
    case "picture":
      return html`<figure>
        ${block.svg ? { markup: block.svg } : ""}
        <figcaption>${block.title}</figcaption>
      </figure> `;
  }
}

function headingMarkup({ level, text }: Heading): Markup {
  if (level === 1) return html`<h1>${text}</h1> `;
  return level === 2 ? html`<h2 id="${idOf(text)}">${text}</h2> ` : html`<h3>${text}</h3> `;
}

/** A table without words in its head is a list of pairs, whose first cell names the row. */
function tableMarkup({ head, rows }: Extract<Block, { kind: "table" }>): Markup {
  const pairs = head.every((words) => words === "");
  const top = pairs
    ? ""
    : html`<thead>
        <tr>
          ${head.map((words) => html`<th scope="col">${words}</th>`)}
        </tr>
      </thead>`;
  const body = rows.map(
    (cells) =>
      html`<tr>
        ${cells.map((spans, i) => (pairs && i === 0 ? html`<th scope="row">${spans.map(({ text }) => text)}</th>` : html`<td>${spans.map(spanMarkup)}</td>`))}
      </tr>`,
  );
  return html`<div class="wide">
    <table class="${pairs ? "pairs" : "rows"}">
      ${top}
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}

function spanMarkup({ text, as }: Span): Markup {
  if (!as) return html`${text}`;
  if (as === "strong") return html`<strong>${text}</strong>`;
  return as === "code" ? html`<code>${text}</code>` : html`<span class="${as}">${text}</span>`;
}

const idOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]+/g, "-");
