import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { linesOf } from "./text-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "plumb-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("tells a reader who is busy elsewhere that a gzip file breaks off, every time", async () => {
  const whole = gzipSync("a,b\n1,2\n".repeat(2000));
  const path = join(folder, "cut.csv.gz");
  writeFileSync(path, whole.subarray(0, whole.length - 9));
  for (let i = 0; i < 40; i++) {
    const read = async () => {
      for await (const lines of linesOf({ path, name: "cut.csv.gz", format: "csv.gz" } as never)) {
        expect(lines.length).toBeGreaterThan(0);
        await new Promise((resolve) => setTimeout(resolve, i % 5));
      }
    };
    await expect(read()).rejects.toMatchObject({ code: "data/unreadable-file" });
  }
});
