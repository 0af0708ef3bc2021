import type { Block, Span } from "./block.ts";

/** Blocks as GitHub-flavoured Markdown. Text of the design cannot become markup. */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escaped(block.text)}`;
    case "paragraph":
      return spansText(block.spans);
    case "list":
      return block.items.map((spans) => `- ${spansText(spans)}`).join("\n");
    case "table":
      return tableText(block);
    case "picture":
      return block.mermaid ? `*${escaped(block.title)}*\n\n${fenced(block.mermaid)}` : `*${escaped(block.title)}*`;
  }
}

/** A fence longer than any inside, so that the picture's text cannot end it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}mermaid\n${text.trimEnd()}\n${fence}`;
}

function tableText({ head, rows }: Extract<Block, { kind: "table" }>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    line(head.map(escaped)),
    line(head.map(() => "---")),
    ...rows.map((cells) => line(cells.map((spans) => spansText(spans)))),
  ].join("\n");
}

const spansText = (spans: readonly Span[]): string => spans.map(spanText).join("");

function spanText({ text, as }: Span): string {
  if (as === "code") return codeText(text);
  const words = escaped(text);
  const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(words)!;
  if (!as || inner === "") return words;
  return `${before}${(marks[as] ?? plain)(inner!)}${after}`;
}

/** Nothing is escaped inside of code; a fence of two ticks holds a single one. */
function codeText(text: string): string {
  return text.includes("`") ? `\`\` ${text.replaceAll("``", "` `")} \`\`` : `\`${text}\``;
}

const plain = (text: string): string => text;
const bold = (text: string): string => `**${text}**`;
const italic = (text: string): string => `_${text}_`;
const marks: Readonly<Record<NonNullable<Span["as"]>, (text: string) => string>> = {
  strong: bold,
  soft: italic,
  code: codeText,
  unknown: (text) => `**❓ ${text}**`,
  none: italic,
  later: italic,
  holds: (text) => `✅ ${text}`,
  broken: (text) => `❌ **${text}**`,
  inconclusive: (text) => `❔ ${text}`,
  untested: (text) => `⬜ ${text}`,
};

/** What Markdown or HTML would read as markup is written out; line ends become spaces. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[\\`*[\]~]|<(?=[A-Za-z/!?])|(?<![A-Za-z\d])_|_(?![A-Za-z\d])/g, (sign) => `\\${sign}`)
    .replaceAll(/^(\s*)([-+>#]+|\d+[.)])(?=\s|$)/g, (_, before: string, sign: string) => `${before}\\${sign}`);
}
