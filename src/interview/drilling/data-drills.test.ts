import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDesign } from "../../design/parse.ts";
import { seededRandom } from "../../kit/random.ts";
import { drills } from "../drills/index.ts";
import { topics } from "../topics/index.ts";
import { compileTopics, understand } from "../understand/index.ts";
import { emptyBoard } from "../whiteboard/board.ts";
import { readBoard } from "../whiteboard/read-board.ts";
import { drillFor, order } from "./drill-for.ts";
import { runDrill } from "./run-drill.ts";

const setting = (text: string) => ({ board: readBoard(text), facts: [], statements: [], random: seededRandom("data") });
const says = (id: string, text: string) => runDrill(drillFor(id)!, setting(text)).says.join(" ");
const path = "[client] -> [gateway] 600/s -> [ranker] x40";

describe("drills about data and releases", () => {
  it("count the requests that saw a bad release", () => {
    expect(says("bad-release", `${path}\n[rollout] canary 5%`)).toContain(
      "Within 30 min, at 600 requests/s, 54,000 requests saw it",
    );
    expect(says("bad-release", `${path}\n[rollout] canary 5% 10 min`)).toContain(
      "Within 10 min, at 600 requests/s, 18,000",
    );
    expect(says("bad-release", path)).toContain("no canary, so everybody gets it at once");
  });

  it("count the models that are trained before late labels come", () => {
    const found = says("labels-30-days-late", `${path}\nclicks => training nightly -> registry`);
    expect(found).toContain("training every 24 h, 30 models are trained");
    expect(found).toContain("no window for labels");
    expect(says("labels-30-days-late", path)).toContain("no schedule for training");
  });

  it("say whether drift is seen, and what follows from it", () => {
    expect(says("input-drift", path)).toContain("no drift monitor");
    expect(says("input-drift", `[drift monitor]\n${path}`)).toContain("without a number");
    const whole = says("input-drift", `[drift monitor] PSI > 0.2 -.-> [training]\n${path}`);
    expect(whole).toContain("It is seen by: drift monitor PSI > 0.2");
    expect(whole).not.toContain("no arrow");
  });

  it("list where a person would have to be erased", () => {
    expect(says("new-regulation", "clicks => event log -> [training]")).toContain(
      "3 places: clicks, event log and training",
    );
  });

  it("follow a broken column to what it reaches", () => {
    const found = says(
      "upstream-schema-change",
      "clicks => event log -> [features]\n[gateway] -> [features] -> [ranker]",
    );
    expect(found).toContain("It reaches event log, features and ranker.");
    expect(found).toContain("no check of data");
  });

  it("take the window that was said for labels, not the first time that was said of them", () => {
    const words =
      "Chargebacks come as a nightly file. A chargeback within 90 days is a positive label, later ones are not.";
    const { statements } = understand(words, { entry: 0, atSeconds: 0, lexicon: compileTopics(topics) });
    const told = runDrill(drillFor("labels-30-days-late")!, { ...setting(path), statements }).says.join(" ");
    expect(told).toContain("A window of 90 d waits for them");
  });

  it("read a person's own design", () => {
    const text = readFileSync(join(import.meta.dirname, "../../../examples/grocery/grocery.design.yaml"), "utf8");
    const { document } = parseDesign(text);
    const all = drills.map((drill) => runDrill(drill, { ...setting(""), board: emptyBoard, design: document! }));
    const of = (id: string) => all.find(({ drill }) => drill === id)!.says.join(" ");
    expect(of("bad-release")).toContain("The canary gets 1% of requests");
    expect(of("labels-30-days-late")).toContain("A window of 24 h closes before they come");
    expect(of("input-drift")).toContain("psi of features > 0.2");
    expect(of("upstream-schema-change")).toContain("transactions has 5 checks");
  });
});

describe("all drills", () => {
  it("run on an empty board, and say what is not there", () => {
    for (const drill of drills) {
      const found = runDrill(drill, setting(""));
      expect(found.says.join(" ")).toMatch(/no |Nothing/i);
      expect(found.failedShare + found.fallbackShare + found.fullShare).toBeCloseTo(1, 9);
    }
  });

  it("are each found by their ids", () => {
    expect([...order].sort()).toEqual(drills.map(({ id }) => id).sort());
    for (const { id } of drills) expect(drillFor(id)?.id).toBe(id);
  });

  it.each([
    ["what if redis dies", "feature-store-down"],
    ["the feature store is down", "feature-store-down"],
    ["your model server crashes", "model-server-down"],
    ["traffic grows 10x", "traffic-10x"],
    ["we lose a region", "region-lost"],
    ["the cache gets flushed", "cache-cold"],
    ["labels come a month late", "labels-30-days-late"],
    ["the distribution of inputs shifts", "input-drift"],
    ["a new model version is bad", "bad-release"],
    ["a user asks to be forgotten under GDPR", "new-regulation"],
    ["somebody renames a column upstream", "upstream-schema-change"],
    ["a celebrity item makes a hot partition", "hot-key"],
    ["retrieval becomes slow", "slow-dependency"],
  ])("reads %s", (words, id) => {
    expect(drillFor(words)?.id).toBe(id);
  });

  it("does not read a drill into other words", () => {
    expect(drillFor("hello there")).toBeUndefined();
  });
});
