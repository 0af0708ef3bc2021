import { Problem } from "../../kit/problem.ts";
import { cutSections, type Section } from "./sections.ts";

/** Largest document that is imported, in characters. */
export const maximumImportCharacters = 1_000_000;
const maximumDepth = 24;
const maximumLineCharacters = 20_000;
/** Runs of digits; a page of a design has about twenty. */
const maximumNumbers = 12_000;
/** Reading steps that a document may cost; a plain megabyte costs about a million, and a thousand steps about a millisecond. */
const maximumWork = 8_000_000;

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/**
 * Cuts a document into sections that can be read in a time that grows with its length.
 *
 * @throws {Problem} `import/empty`, `import/not-text`, `import/too-large`, `import/too-deep`, `import/too-tangled`
 */
export function admit(text: string, file: string): readonly Section[] {
  checkText(text, file);
  const sections = cutSections(text);
  let work = 0;
  for (const section of sections) {
    checkLines(section, text, file);
    work += workOf(section.text);
    if (work > maximumWork) throw tangled(file, lineOf(text, section.offset));
  }
  return sections;
}

function checkText(text: string, file: string): void {
  if (text.length > maximumImportCharacters) throw tooLarge(text, file);
  if (text.trim() === "")
    throw problem("import/empty", "The document has no text.", "give a document that says something", { file });
  const hidden = text.search(CONTROL);
  if (hidden < 0) return checkNumbers(text, file);
  const code = text.charCodeAt(hidden).toString(16).toUpperCase().padStart(4, "0");
  throw problem(
    "import/not-text",
    `There is a control character (U+${code}), so this is not Markdown.`,
    "export the document as Markdown or plain text in UTF-8",
    { file, line: lineOf(text, hidden) },
  );
}

function checkNumbers(text: string, file: string): void {
  const count = text.match(/\d+/g)?.length ?? 0;
  if (count <= maximumNumbers) return;
  throw problem(
    "import/too-tangled",
    `The document has ${count.toLocaleString("en")} numbers; at most ${maximumNumbers.toLocaleString("en")} are read.`,
    "leave tables of data out, and import the part that describes the system",
    { file },
  );
}

function tooLarge(text: string, file: string): Problem {
  const [found, most] = [text.length, maximumImportCharacters].map((count) => count.toLocaleString("en"));
  return problem(
    "import/too-large",
    `The document has ${found} characters; at most ${most} are read.`,
    "import the part that describes the system",
    { file },
  );
}

function checkLines({ text: section, offset: start }: Section, text: string, file: string): void {
  let offset = start;
  for (const line of section.split("\n")) {
    if (line.length > maximumLineCharacters) throw longLine(line.length, { file, line: lineOf(text, offset) });
    if (depthOf(line) > maximumDepth) throw tooDeep({ file, line: lineOf(text, offset) });
    offset += line.length + 1;
  }
}

/** Quotes and lists that a line opens at its start, and levels of indentation. */
function depthOf(line: string): number {
  const lead = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/.exec(line)![0];
  const marks = lead.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  const indent = /^[ \t]*/.exec(line)![0].replaceAll("\t", "    ").length;
  return marks + (line.trim() === "" ? 0 : Math.floor(indent / 4));
}

/**
 * Steps that reading a section takes, from above: marks of emphasis, links and code are matched pairwise within a
 * block, and lines of a quote or list that go on without their mark are read again from its start.
 */
function workOf(section: string): number {
  let work = section.length;
  for (const block of section.split(/\n[ \t]*\n/)) {
    const marks = block.match(/[*_~[\]`<&!]+/g)?.length ?? 0;
    const lines = block.split("\n").length;
    const nested = /^\s*(?:>|[-+*][ \t]|\d+[.)][ \t])/m.test(block) ? lines * lines : lines;
    work += marks * marks * 0.2 + nested;
  }
  const lines = section.split("\n").length;
  return work + (lines * lines) / 50;
}

function longLine(length: number, at: { file: string; line: number }): Problem {
  return problem(
    "import/too-tangled",
    `A line has ${length.toLocaleString("en")} characters; at most ${maximumLineCharacters.toLocaleString("en")} are read.`,
    "break the line, and leave embedded pictures out",
    at,
  );
}

const tooDeep = (at: { file: string; line: number }): Problem =>
  problem("import/too-deep", `Lists or quotes are nested more than ${maximumDepth} deep.`, "flatten them", at);

const tangled = (file: string, line: number): Problem =>
  problem(
    "import/too-tangled",
    "The document has too many marks of emphasis, links, quotes or lists in one block to be read in a few seconds.",
    "break the block with headings and blank lines, or leave it out",
    { file, line },
  );

function problem(
  code: "import/empty" | "import/not-text" | "import/too-large" | "import/too-deep" | "import/too-tangled",
  found: string,
  fix: string,
  at: { file: string; line?: number },
): Problem {
  return new Problem({ code, found, fix, at });
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
