export {
  compilePhrases,
  compileTopics,
  matchesAny,
  topicsAsked,
  type CompiledPhrases,
  type Lexicon,
} from "./lexicon.ts";
export { understand, type Reading, type Understood } from "./understand.ts";
export { withCorrections, type Correction } from "./corrections.ts";
