import { cleanText } from "../text/clean.ts";

/**
 * A text that Mermaid shows as it is, in quotes or after a colon. What Mermaid would read (quotes, tags, its own `#`
 * codes, Markdown lists, comments, the end of a statement) is written as a character code.
 */
export function mermaidText(text: string): string {
  return cleanText(text)
    .replaceAll(/["<>#&;`\\|{}[\]]|%(?=%)|(?<=%)%/g, code)
    .replace(/^[-*+](?= )/, code)
    .replace(/^(\d+)\.(?= )/, (_, digits: string) => `${digits}${code(".")}`);
}

const code = (character: string): string => `#${character.codePointAt(0)};`;
