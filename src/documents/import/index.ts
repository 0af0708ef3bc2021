export { importMarkdown } from "./import-markdown.ts";
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
