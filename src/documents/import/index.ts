export { importMarkdown } from "./import-markdown.ts";
export { designOfMarkdown } from "./design-of-markdown.ts";
export { reviewOfMarkdown } from "./review-of-markdown.ts";
export { maximumImportCharacters } from "./limits.ts";
export type {
  FoundNumber,
  Imported,
  ImportedArchitecture,
  ImportedComponent,
  ImportedFlow,
  NumberKind,
  PlacedValue,
  SetAside,
  SetAsideKind,
  SourceRange,
  Unplaced,
} from "./imported.ts";
