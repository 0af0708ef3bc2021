import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { statSync, writeFileSync } from "node:fs";
import { array, assert, asyncProperty, constantFrom, oneof, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords, readCsvHeader } from "./csv-records.ts";
import type { SourceFile } from "./source-files.ts";
import { madeFolders } from "./testing/made-files.ts";

const folder = madeFolders();

interface Found {
  readonly rows: (readonly [line: number, ...fields: string[]])[];
  readonly faults: (readonly [line: number, reason: string])[];
}

async function readBack(path: string, content: string | Uint8Array): Promise<Found> {
  writeFileSync(path, content);
  const format = path.endsWith(".gz") ? "csv.gz" : "csv";
  const file: SourceFile = { path, name: "x.csv", format, bytes: statSync(path).size };
  const header = (await readCsvHeader(file))!;
  const found: Found = { rows: [], faults: [] };
  for await (const { lines, texts, separators, faults } of csvRecords(file, header)) {
    texts.forEach((text, index) => found.rows.push([lines[index]!, ...text.split(separators[index]!)]));
    faults.forEach(({ line, reason }) => found.faults.push([line, reason]));
  }
  return found;
}

const read = (content: string | Uint8Array, name = "x.csv") => readBack(join(folder(), name), content);

describe("CSV records", () => {
  it("come back as they were written, whatever the fields hold", async () => {
    const field = oneof(
      string({ unit: constantFrom("a", "é", ",", '"', "\n", " ", ";", "'") }),
      string({ unit: "grapheme" }).filter(
        (text) => !["\0", "\r", "\u001f", "\ufffd"].some((sign) => text.includes(sign)),
      ),
    );
    const rows = array(tuple(field, field, field), { minLength: 1, maxLength: 20 });
    const path = join(folder(), "x.csv");
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await assert(
      asyncProperty(rows, constantFrom("\n", "\r\n"), async (given, lineEnd) => {
        const lines = [["a", "b", "c"], ...given].map((row) => row.map(quoted).join(","));
        const found = await readBack(path, lines.join(lineEnd));
        expect(found.faults).toEqual([]);
        expect(found.rows.map(([, ...fields]) => fields)).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });

  it("know their line, past blank lines, quoted line ends and mixed line ends", async () => {
    const { rows } = await read('\ufeffa,b\n1,2\r\n\n"3\n3",4\r\n5,"6"');
    expect(rows).toEqual([
      [2, "1", "2"],
      [4, "3\n3", "4"],
      [6, "5", "6"],
    ]);
  });

  it("lose one row to a quote that is never closed, and no other", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? `"u${i}","a ""b"" c"` : `u${i},x`));
    const { rows, faults } = await read(["a,b", '"oops,1', ...many, 'z,"open'].join("\n"));
    expect(faults).toEqual([
      [2, "a quote is opened and not closed"],
      [5003, "a quote is opened and not closed"],
    ]);
    expect(rows.length).toBe(5000);
    expect(rows[0]).toEqual([3, "u0", 'a "b" c']);
  });

  it("set a line aside that has text after a quote, bad bytes, control codes or 2 MB", async () => {
    const bad = Buffer.from([0x75, 0xff, 0x2c, 0x31, 0x0a]);
    const { rows, faults } = await read(
      Buffer.concat([Buffer.from('a,b\n"u"x,1\n'), bad, Buffer.from(`u\0,1\n${"y".repeat(2 << 20)},1\nlast,7\n`)]),
    );
    expect(faults).toEqual([
      [2, "text follows a closing quote"],
      [3, "the line is not valid UTF-8"],
      [4, "the line has control codes in it"],
      [5, "the line is longer than 1 MiB"],
    ]);
    expect(rows).toEqual([[6, "last", "7"]]);
  });

  it("may be separated by semicolons, tabs or bars, and compressed", async () => {
    for (const separator of [";", "\t", "|"]) {
      const text = `a${separator}"b,b"\n1${separator}2,5\n`;
      expect((await read(text)).rows).toEqual([[2, "1", "2,5"]]);
      expect((await read(gzipSync(text), "x.csv.gz")).rows).toEqual([[2, "1", "2,5"]]);
    }
  });
});
