/** A design as a document for people. */
export { documentBlocks, type DocumentOptions, type PlacedPicture, type ShownVerdict } from "./render/document.ts";
export { markdownOf } from "./render/markdown.ts";
export { documentPage } from "./html/document-page.ts";
export type { Block, Span } from "./render/block.ts";
