import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edited } from "../src/review/edited.ts";

const root = join(import.meta.dirname, "..");
const example = join(root, "examples/payment-fraud/payment-fraud.design.yaml");
let folder: string;
let sound: string;
let broken: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plumb-review-"));
  sound = join(folder, "sound.design.yaml");
  broken = join(folder, "broken.design.yaml");
  copyFileSync(example, sound);
  writeFileSync(
    broken,
    edited(readFileSync(example, "utf8"), {
      "features[merchant_disputes].freshness": "5m",
      "requirements.scale.events": "28/s",
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function review(...words: string[]) {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "80" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/plumb.js"), "review", ...words], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

const freshness = ["--only", "feature-fresher-than-source"];
const rates = ["--only", "event-rates-disagree"];

describe("plumb review", () => {
  it("exits 0 where nothing is found, 1 where something is, 2 for bad input", () => {
    expect(review(sound, ...freshness).status).toBe(0);
    expect(review(broken, ...freshness).status).toBe(1);
    expect(review(sound, broken, ...freshness).status).toBe(1);
    expect(review(join(folder, "none.yaml")).status).toBe(2);
    expect(review().status).toBe(2);
    expect(review(sound, "--only", "no-such-rule").stderr).toContain("review/unknown-rule");
  });

  it("fails only on what is as bad as asked for", () => {
    expect(review(broken, ...rates).status).toBe(0);
    expect(review(broken, ...rates, "--fail-on", "gap").status).toBe(1);
    expect(review(broken, ...freshness, "--fail-on", "blocker").status).toBe(0);
  });

  it("shows findings in 80 columns, with the line, the working and what clears them", () => {
    const { stdout } = review(broken);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(/flaw {5}feature-fresher-than-source\n {9}line \d+ {2}features\[6\]\.freshness/);
    expect(stdout).toContain("24 h − 5 min = 23.9 h too old");
  });

  it("keeps to one stage", () => {
    expect(review(broken, "--stage", "features").stdout).not.toContain("event-rates-disagree");
    expect(review(broken, "--stage", "data", "--fail-on", "hint").stdout).toContain("event-rates-disagree");
  });

  it("writes JSON and SARIF that can be read, Markdown, and annotations", () => {
    const json = JSON.parse(review(broken, ...freshness, "--format", "json").stdout) as {
      reviews: { findings: { rule: string }[] }[];
    };
    expect(json.reviews[0]!.findings.map(({ rule }) => rule)).toEqual(["feature-fresher-than-source"]);
    const sarif = JSON.parse(review(broken, "--format", "sarif").stdout) as { version: string; runs: unknown[] };
    expect([sarif.version, sarif.runs.length]).toEqual(["2.1.0", 1]);
    expect(review(broken, "--format", "md").stdout).toMatch(/^## Review of payment-fraud\n/);
    expect(review(broken, ...freshness, "--format", "github").stdout).toMatch(/^::error file=/);
  });

  it("explains a rule without a design", () => {
    const { status, stdout } = review("--explain", "precision-implied");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Axelsson/);
  });

  it("shows fixes without writing them, and writes them with every comment kept", () => {
    const before = readFileSync(broken, "utf8");
    expect(review(broken, ...freshness, "--fix", "--preview").stdout).toMatch(/\+ .*freshness: 24h/);
    expect(readFileSync(broken, "utf8")).toBe(before);
    expect(review(broken, ...freshness, "--fix").status).toBe(0);
    const after = readFileSync(broken, "utf8");
    const comments = (text: string) => text.split("\n").filter((line) => line.includes("#"));
    expect(comments(after)).toEqual(comments(before));
    expect(after).toBe(before.replace("freshness: 5m", "freshness: 24h"));
  });
});
