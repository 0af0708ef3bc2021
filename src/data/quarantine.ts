import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BadRowGroup } from "./bad-rows.ts";
import { inFolder } from "./writable-folder.ts";

/**
 * Writes the samples of a source's bad rows as NDJSON, one `{file, row, reason, raw}` per line, in file order. A file of
 * an earlier run is replaced, and removed where nothing is bad any more.
 *
 * @returns the file written, `undefined` where there was nothing to write
 */
export async function writeQuarantine(
  folder: string,
  source: string,
  groups: readonly BadRowGroup[],
): Promise<string | undefined> {
  const path = join(folder, `${source}.ndjson`);
  const samples = groups.flatMap((group) => group.samples);
  samples.sort((a, b) => a.file.localeCompare(b.file) || a.row - b.row);
  return await inFolder(folder, async () => {
    if (samples.length === 0) return void (await rm(path, { force: true }));
    const lines = samples.map(({ file, row, reason, raw }) => JSON.stringify({ file, row, reason, raw }));
    await writeFile(path, `${lines.join("\n")}\n`);
    return path;
  });
}
