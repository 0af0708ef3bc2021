import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editText } from "../../design/edit.ts";
import { parseDesign } from "../../design/parse.ts";
import { seededRandom } from "../../kit/random.ts";
import cacheCold from "../drills/cache-cold.ts";
import featureStoreDown from "../drills/feature-store-down.ts";
import hotKey from "../drills/hot-key.ts";
import modelServerDown from "../drills/model-server-down.ts";
import regionLost from "../drills/region-lost.ts";
import slowDependency from "../drills/slow-dependency.ts";
import traffic10x from "../drills/traffic-10x.ts";
import type { Drill } from "../drill.ts";
import { emptyBoard } from "../whiteboard/board.ts";
import { readBoard } from "../whiteboard/read-board.ts";
import { runDrill } from "./run-drill.ts";

const path =
  "[client] -> [gateway] 600/s p99 5ms x2 -> [features: redis] p99 8ms x3 -> [ranker] p50 12ms p99 30ms x4 -> client";
const setting = (text: string) => ({
  board: readBoard(text),
  facts: [],
  statements: [],
  random: seededRandom("drills"),
});
const run = (drill: Drill, text: string) => runDrill(drill, setting(text));

const grocery = readFileSync(join(import.meta.dirname, "../../../examples/grocery/grocery.design.yaml"), "utf8");
const onDesign = (text: string) => {
  const { document, problems } = parseDesign(text);
  if (!document) throw problems[0]!;
  return runDrill(featureStoreDown, { ...setting(""), board: emptyBoard, design: document });
};

describe("a feature store that is down", () => {
  it("fails requests on a board without a fallback, and none once the fallback is drawn", () => {
    const without = run(featureStoreDown, path);
    expect(without).toMatchObject({ failedShare: 1, fallbackShare: 0, requestsPerSecond: 600 });
    expect(without.says.join(" ")).toContain("shows no fallback");
    const board = readBoard("ranker ~> popular items", readBoard(path));
    const mended = runDrill(featureStoreDown, { ...setting(path), board });
    expect(mended).toMatchObject({ failedShare: 0, fallbackShare: 1 });
    expect(mended.says.join(" ")).toContain("popularity");
  });

  it("fails requests of a design whose fallback was taken out, and none of the design as it is", () => {
    expect(onDesign(editText(grocery, [{ remove: ["serving", "fallback"] }])).failedShare).toBe(1);
    expect(onDesign(grocery)).toMatchObject({ failedShare: 0, fallbackShare: 1 });
  });

  it("gives the fallback at once, so that steps behind it have nothing to do", () => {
    const busy = `${path.replace("x4", "x1")}\nranker ~> popular items`;
    const found = run(featureStoreDown, busy);
    expect(run(slowDependency, busy).overloaded.map(({ name }) => name)).toContain("ranker");
    expect(found.overloaded).toEqual([]);
    expect(found.p99Millis).toBeLessThan(15);
  });

  it("is not met where the path has none, and that is said", () => {
    const found = run(featureStoreDown, "[client] -> [gateway] -> [ranker]");
    expect(found.failedShare).toBe(0);
    expect(found.says[0]).toContain("no feature store on the request path");
  });
});

describe("drills of the request path", () => {
  it("turn requests away at ten times the load where the machines cannot do it", () => {
    const found = run(traffic10x, path);
    expect(found.requestsPerSecond).toBe(6000);
    expect(found.failedShare).toBeGreaterThan(0.5);
    expect(found.overloaded.map(({ name }) => name)).toContain("ranker");
    expect(run(traffic10x, path.replace("x4", "x80").replace("600/s", "10/s")).failedShare).toBe(0);
  });

  it("ask the fallback for what an overloaded part turns away", () => {
    const found = run(traffic10x, `${path.replace("5ms x2", "5ms x20")}\nranker ~> popular items`);
    expect(found.failedShare).toBeLessThan(0.01);
    expect(found.fallbackShare).toBeGreaterThan(0.5);
  });

  it("leave a fallback of the model out of it when the gateway is what is short", () => {
    const found = run(traffic10x, `${path.replace("5ms x2", "50ms x2")}\nranker ~> popular items`);
    expect(found.failedShare).toBeGreaterThan(0.1);
  });

  it("fail or fall back without a model server", () => {
    expect(run(modelServerDown, path).failedShare).toBe(1);
    expect(run(modelServerDown, `${path}\n[gateway] fallback: cached answer`).fallbackShare).toBe(1);
  });

  it("overload half of the machines when a region is lost", () => {
    const found = run(regionLost, path.replace("600/s", "900/s"));
    expect(found.overloaded.map(({ name }) => name)).toEqual(["ranker"]);
    expect(run(regionLost, path).overloaded).toEqual([]);
  });

  it("send what the cache answered down the path when it is cold", () => {
    const cached = path.replace("600/s", "1800/s").replace("-> [features", "-> [cache] hits 60% TTL 5m -> [features");
    const found = run(cacheCold, cached);
    expect(found.overloaded.map(({ name }) => name)).toContain("ranker");
    expect(run(cacheCold, path).says[0]).toContain("no cache");
  });

  it("fill up behind a dependency that is slow", () => {
    const found = run(slowDependency, path);
    expect(found.overloaded.map(({ name }) => name)).toEqual(["features"]);
    expect(found.says[0]).toContain("no timeout is shown");
  });

  it("fill the copy that holds a hot key, and no other", () => {
    const busy = path.replace("600/s", "800/s").replace("8ms x3", "32ms x3");
    const found = run(hotKey, busy.replace("x4", "x40"));
    expect(found.overloaded.map(({ name }) => name)).toEqual(["features, the copy with the hot key"]);
    expect(found.failedShare).toBeGreaterThan(0);
    expect(found.failedShare).toBeLessThan(0.47);
  });

  it("find the same in the same setting", () => {
    expect(run(traffic10x, path)).toEqual(run(traffic10x, path));
  });
});
