import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { html } from "../src/kit/markup.ts";

export interface PictureChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes a page that shows every changed picture, the old one beside the new.
 *
 * @returns its path, in a folder of its own for temporary files
 */
export function writeChanges(changes: readonly PictureChange[]): string {
  const folder = mkdtempSync(join(tmpdir(), "plumb-gallery-"));
  const rows = changes.map(({ file, before, after }, at) => {
    for (const [side, svg] of [
      ["old", before],
      ["new", after],
    ] as const)
      writeInto(folder, `${side}-${at}.svg`, svg);
    return html`<h2>${file}</h2>
      <div><img src="old-${at}.svg" alt="before" /><img src="new-${at}.svg" alt="after" /></div> `;
  });
  const style =
    "body{font:16px system-ui}div{display:grid;grid-template-columns:1fr 1fr;gap:1rem}img{width:100%;border:1px solid #8888}";
  const page = html`<!doctype html>
    <meta charset="utf-8" />
    <title>Pictures that changed</title>
    <style>
      ${{ markup: style }}
    </style>
    <h1>Old beside new</h1>
    ${rows}`;
  return writeInto(folder, "index.html", page.markup);
}

function writeInto(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
