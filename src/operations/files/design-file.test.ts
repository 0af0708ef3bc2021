import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { createDesignFile, openDesignFile } from "./design-file.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumb-file-"));
  file = join(folder, "a.design.yaml");
  writeFileSync(file, "plumbline: 1\nname: a # mine\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a design file that is edited", () => {
  it("takes one edit after the other, each written at once, new keys in the order of the format", async () => {
    const target = await openDesignFile(file);
    target.edit([{ set: ["serving", "deadline"], to: "5ms" }]);
    target.edit([{ set: ["requirements", "objective"], to: "b" }]);
    target.edit([{ set: ["serving", "mode"], to: "online" }]);
    expect(readFileSync(file, "utf8")).toBe(
      "plumbline: 1\nname: a # mine\n\nrequirements:\n  objective: b\n\nserving:\n  mode: online\n  deadline: 5ms\n",
    );
    expect(target.document().design.serving?.mode).toBe("online");
  });

  it("is left alone when somebody else saved it in between", async () => {
    const target = await openDesignFile(file);
    const theirs = "plumbline: 1\nname: a # hers\n";
    writeFileSync(file, theirs);
    expect(problemOf(() => target.edit([{ set: ["stage"], to: "concept" }])).code).toBe("design/changed-meanwhile");
    expect(readFileSync(file, "utf8")).toBe(theirs);
  });

  it("is left alone when the edit would make it no design", async () => {
    const target = await openDesignFile(file);
    const before = readFileSync(file, "utf8");
    expect(problemOf(() => target.edit([{ set: ["stage"], to: "later on" }])).code).toBe("design/wrong-value");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("is never written over by a new one", () => {
    expect(problemOf(() => createDesignFile(file, "x")).code).toBe("design/exists");
  });
});
