import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
import { inFolder, keep, keyOf, readKept } from "./keep.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-keep-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("keep and readKept", () => {
  it("gives back what was kept, in a folder that is made on the way, and leaves no half file", () => {
    const folder = join(root, "deep", "er");
    keep(folder, "one.json", { version: 3, list: [1, null, "ü"] });
    expect(readKept(folder, "one.json")).toEqual({ version: 3, list: [1, null, "ü"] });
    expect(readdirSync(folder)).toEqual(["one.json"]);
  });

  it("replaces what was kept before", () => {
    keep(root, "two.json", 1);
    keep(root, "two.json", 2);
    expect(readKept(root, "two.json")).toBe(2);
  });

  it("knows nothing where nothing was kept or a file was cut off", () => {
    writeFileSync(join(root, "cut.json"), '{"version": 3, "li');
    expect(readKept(root, "cut.json")).toBeUndefined();
    expect(readKept(root, "absent.json")).toBeUndefined();
    expect(readKept(join(root, "absent"), "absent.json")).toBeUndefined();
  });

  it("says which folder cannot be written, and why", () => {
    writeFileSync(join(root, "file"), "");
    const act = () => keep(join(root, "file", "below"), "x.json", 1);
    expect(act).toThrow(Problem);
    expect(act).toThrow(/a part of its path is a file/);
  });

  it("leaves a mistake of ours as it is", () => {
    const mistake = new TypeError("ours");
    expect(() =>
      inFolder(root, () => {
        throw mistake;
      }),
    ).toThrow(mistake);
  });
});

describe("keyOf", () => {
  it("is the same for the same parts and another for any other", () => {
    expect(keyOf("1", { a: 1 })).toBe(keyOf("1", { a: 1 }));
    expect(keyOf("1", { a: 1 })).toMatch(/^[0-9a-f]{16}$/);
    const others = [["1", { a: 2 }], ["1"], [1, { a: 1 }], [["1", { a: 1 }]], [{ a: 1 }, "1"]];
    expect(new Set([...others.map((parts) => keyOf(...parts)), keyOf("1", { a: 1 })]).size).toBe(6);
  });
});
