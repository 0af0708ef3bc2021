import { Problem } from "../kit/problem.ts";
import type { SourceFile } from "./source-files.ts";
import { linesOf, OVERLONG } from "./text-lines.ts";
import { newBatch, type LineBatch } from "./line-batch.ts";

/** Separator and column names of a CSV file, from its first line that is not blank. */
export interface CsvHeader {
  readonly separator: string;
  readonly columns: readonly string[];
}

/** Stands between the fields of a record that had quotes, once they are taken off. */
export const UNIT_SEPARATOR = "\u001f";
/** A quoted value runs over at most this many lines; a quote that stays open longer spoils its first line only. */
const MAX_RECORD_LINES = 100;
const SEPARATORS = [",", ";", "\t", "|"] as const;

/**
 * @returns `undefined` when the file has only blank lines
 * @throws {Problem} `data/duplicate-column`, `data/unreadable-file` when quotes in the header do not match
 */
export async function readCsvHeader(file: SourceFile): Promise<CsvHeader | undefined> {
  for await (const lines of linesOf(file)) {
    const header = lines.find((line) => line !== "");
    if (header !== undefined) return headerOf(file, header);
  }
  return undefined;
}

function headerOf(file: SourceFile, line: string): CsvHeader {
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  const separator = SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
  const fields = splitQuoted(line, separator);
  if (typeof fields === "string") throw brokenHeader(file, line);
  const columns = fields.map((name, index) => name.trim() || `column_${index + 1}`);
  const seen = new Set<string>();
  for (const name of columns) {
    if (seen.has(name.toLowerCase())) throw duplicateColumn(file, name);
    seen.add(name.toLowerCase());
  }
  return { separator, columns };
}

/**
 * The records of a CSV file in batches, header left out, blank lines skipped. Fields with quotes come unquoted and
 * separated by {@link UNIT_SEPARATOR}; what cannot be read is a fault of its first line and costs no other line.
 */
export async function* csvRecords(file: SourceFile, header: CsvHeader): AsyncGenerator<LineBatch> {
  let batch = newBatch();
  let open: { line: number; text: string }[] = [];
  let headerSeen = false;
  let lineNumber = 0;

  const giveUp = () => {
    const [first, ...others] = open;
    open = [];
    batch.fault(first!.line, "a quote is opened and not closed", first!.text);
    for (const { line, text } of others) take(line, text);
  };
  const extend = (line: number, text: string) => {
    open.push({ line, text });
    const fields = splitQuoted(open.map((part) => part.text).join("\n"), header.separator);
    if (fields === "open" && open.length < MAX_RECORD_LINES) return;
    if (typeof fields === "string" || fields.length !== header.columns.length) return giveUp();
    batch.add(open[0]!.line, fields.join(UNIT_SEPARATOR), UNIT_SEPARATOR);
    open = [];
  };
  const take = (line: number, text: string): void => {
    const damage = damageOf(text);
    if (open.length > 0 && !damage) return extend(line, text);
    if (open.length > 0) giveUp();
    if (text === "") return;
    if (damage) return batch.fault(line, damage, text);
    if (!text.includes('"')) return batch.add(line, text, header.separator);
    const fields = splitQuoted(text, header.separator);
    if (fields === "open") open = [{ line, text }];
    else if (fields === "broken") batch.fault(line, "text follows a closing quote", text);
    else batch.add(line, fields.join(UNIT_SEPARATOR), UNIT_SEPARATOR);
  };

  for await (const lines of linesOf(file)) {
    for (const text of lines) {
      lineNumber++;
      if (!headerSeen) headerSeen = text !== "";
      else take(lineNumber, text);
    }
    if (batch.size === 0) continue;
    yield batch;
    batch = newBatch();
  }
  while (open.length > 0) giveUp();
  yield batch;
}

/** Why a line is no text that can be kept, if so. */
export function damageOf(text: string): string | undefined {
  if (text === OVERLONG) return "the line is longer than 1 MiB";
  if (text.includes("\ufffd")) return "the line is not valid UTF-8";
  if (text.includes("\0") || text.includes(UNIT_SEPARATOR)) return "the line has control codes in it";
  return undefined;
}

/** Fields of one record; `open` when a quote is not closed, `broken` when text follows a closing quote. */
function splitQuoted(text: string, separator: string): string[] | "open" | "broken" {
  const fields: string[] = [];
  for (let at = 0; ; at += separator.length) {
    let end: number;
    if (text[at] === '"') {
      end = closingQuote(text, at) + 1;
      if (end === 0) return "open";
      if (end < text.length && !text.startsWith(separator, end)) return "broken";
      fields.push(text.slice(at + 1, end - 1).replaceAll('""', '"'));
    } else {
      end = text.indexOf(separator, at);
      if (end < 0) end = text.length;
      fields.push(text.slice(at, end));
    }
    if (end === text.length) return fields;
    at = end;
  }
}

function closingQuote(text: string, openingQuote: number): number {
  for (let at = openingQuote + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || text[at + 1] !== '"') return at;
  }
}

function brokenHeader(file: SourceFile, line: string): Problem {
  return new Problem({
    code: "data/unreadable-file",
    found: `The header of ${file.name} has a quote that does not match: ${line.slice(0, 80)}.`,
    fix: "put the names of the columns on the first line, separated by commas",
    at: { file: file.path, line: 1 },
  });
}

function duplicateColumn(file: SourceFile, name: string): Problem {
  return new Problem({
    code: "data/duplicate-column",
    found: `The header of ${file.name} names the column ${name} twice (upper and lower case count as the same).`,
    fix: "rename one of the two",
    at: { file: file.path, line: 1 },
  });
}
