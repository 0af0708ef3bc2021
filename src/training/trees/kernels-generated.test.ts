import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileKernel, kernelSources } from "../../../scripts/build-kernels.ts";

const root = new URL("../../../", import.meta.url);

describe("the kernels inside the sources", () => {
  it.each(kernelSources)("are what $source compiles to, byte for byte", async (kernel) => {
    expect(readFileSync(new URL(kernel.target, root), "utf8")).toBe(await compileKernel(kernel));
  });

  it("leave out no source", () => {
    const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" });
    const sources = files.filter((file) => /(^|\/)assembly\/[^/]+\.ts$/.test(file)).map((file) => `src/${file}`);
    expect(kernelSources.map(({ source }) => source).sort()).toEqual(sources.sort());
  });
});
