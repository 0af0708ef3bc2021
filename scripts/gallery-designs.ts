import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  designTitle,
  designSvg,
  graphOf,
  layOut,
  sizedFacts,
  viewNames,
  type Layout,
  type ViewName,
} from "../src/drawing/index.ts";
import { html, type Markup } from "../src/kit/markup.ts";
import { sizeDesign } from "../src/sizing/sized/index.ts";
import { readExamples, type Example } from "../test/examples/read-designs.ts";

export const galleryRoot = join(import.meta.dirname, "../gallery");

export interface ExamplePicture {
  readonly view: ViewName;
  readonly layout: Layout;
  /** Below `gallery/`. */
  readonly file: string;
  readonly svg: string;
}

/** The five pictures of an example. */
export async function examplePictures({ name, document }: Example): Promise<ExamplePicture[]> {
  const { design } = document!;
  const sized = sizedFacts(sizeDesign(document!));
  const pictures: ExamplePicture[] = [];
  for (const view of viewNames) {
    const layout = await layOut(graphOf(design, view, sized));
    pictures.push({ view, layout, file: pictureFile(name, view), svg: designSvg({ design, view, sized, layout }) });
  }
  return pictures;
}

export const pictureFile = (example: string, view: ViewName): string => `designs/${example}/${view}.svg`;

/** The page that shows every picture. */
export function galleryPage(): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Gallery: every example from five sides</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <h1>Every example from five sides</h1>
        <p>
          Drawn by <code>plumb draw</code> from the documents in <code>examples/</code>, with what
          <code>plumb size</code>
          predicts at the stated peak; a picture opens in full size.
        </p>
        <nav>${readExamples().map(({ name }) => html`<a href="#${name}">${name}</a> `)}</nav>
        ${readExamples().map(exampleSection)}
      </body>
    </html> `;
  return page.markup;
}

function exampleSection({ name, document }: Example): Markup {
  const figures = viewNames.map((view) => {
    const file = pictureFile(name, view);
    return html`<figure>
      <a href="${file}"><img src="${file}" alt="${designTitle(document!.design)}, ${view}" loading="lazy" /></a>
      <figcaption>${view.replaceAll("-", " ")}</figcaption>
    </figure> `;
  });
  return html`<section id="${name}">
    <h2>${designTitle(document!.design)}</h2>
    <div>${figures}</div>
  </section> `;
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 100rem; padding: 2rem; font: 16px/1.5 Inter, system-ui, sans-serif; }
nav a { margin-right: 0.75rem; white-space: nowrap; }
section > div { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.5rem; }
figure { margin: 0; }
figure:first-child { grid-column: 1 / -1; }
img { width: 100%; border: 1px solid #8884; border-radius: 8px; }
figcaption { color: #888; font-size: 0.875rem; }
@media (max-width: 50rem) { section > div { display: block; } }
`;

/** A file of the gallery as it is committed; empty when it is not there yet. */
export function committed(file: string): string {
  try {
    return readFileSync(join(galleryRoot, file), "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw cause;
  }
}
