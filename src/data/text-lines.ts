import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Problem } from "../kit/problem.ts";
import type { SourceFile } from "./source-files.ts";
import { unreadable } from "./unreadable-file.ts";

/** A line of more bytes than this is given up as unreadable, so that memory stays bounded. */
const MAX_LINE_BYTES = 1 << 20;
/** Stands in the place of a line that is longer, so that line numbers stay right. */
export const OVERLONG = "\0overlong";
const BLOCK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;

/**
 * The lines of a text file, block by block, without their line ends (`\n` or `\r\n`, mixed as they come).
 *
 * @throws {Problem} `data/binary-file` when the file is no text, `data/unreadable-file` when it cannot be read
 */
export async function* linesOf(file: SourceFile): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  let skipping = false;
  for await (const bytes of blocksOf(file)) {
    if (first) mustBeText(file, bytes);
    const block = Buffer.concat([rest, first ? withoutMark(bytes) : bytes]);
    first = false;
    const end = block.lastIndexOf(LINE_FEED);
    const lines = end < 0 ? [] : splitLines(block.subarray(0, end));
    if (skipping && end >= 0) {
      lines[0] = OVERLONG;
      skipping = false;
    }
    rest = block.subarray(end + 1);
    if (skipping || rest.length > MAX_LINE_BYTES) {
      skipping = true;
      rest = Buffer.alloc(0);
    }
    yield lines;
  }
  if (skipping) yield [OVERLONG];
  else if (rest.length > 0) yield splitLines(rest);
}

const splitLines = (block: Buffer): string[] =>
  block
    .toString("utf8")
    .split("\n")
    .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));

const withoutMark = (bytes: Buffer): Buffer =>
  bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? bytes.subarray(3) : bytes;

async function* blocksOf(file: SourceFile): AsyncGenerator<Buffer> {
  const raw = createReadStream(file.path, { highWaterMark: BLOCK_BYTES });
  // Whoever reads hears of errors; the callback is only there so that nobody else has to.
  const source = file.format.endsWith(".gz") ? pipeline(raw, createGunzip(), () => undefined) : raw;
  try {
    for await (const bytes of source as AsyncIterable<Buffer>) yield bytes;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

const MAGIC: readonly (readonly [string, string])[] = [
  ["PAR1", "a Parquet file: end its name in .parquet"],
  ["PK\u0003\u0004", "a zip archive or a spreadsheet: export its table as CSV"],
  ["\u001f\u008b", "compressed with gzip: end its name in .csv.gz"],
  ["SQLite format 3", "an SQLite database: export its table as CSV"],
  ["\u00ff\u00fe", "in UTF-16: save it as UTF-8"],
  ["\u00fe\u00ff", "in UTF-16: save it as UTF-8"],
];

const MAX_CONTROL_SHARE = 0.02;

const isControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);

function mustBeText(file: SourceFile, bytes: Buffer): void {
  const head = bytes.subarray(0, 16).toString("latin1");
  const known = MAGIC.find(([magic]) => head.startsWith(magic))?.[1];
  const sample = bytes.subarray(0, 65_536);
  const share = sample.filter(isControl).length / sample.length;
  if (!known && share <= MAX_CONTROL_SHARE) return;
  const [is, fix] = known?.split(": ") ?? [
    `no text: ${(share * 100).toFixed(0)}% of its first bytes are control codes`,
  ];
  throw new Problem({
    code: "data/binary-file",
    found: `The file ${file.name} is ${is}.`,
    fix: fix ?? "give a text file in UTF-8, or a Parquet file with its right ending",
    at: { file: file.path },
  });
}
