import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { judgingPython } from "../advice/deep/python/judging.ts";
import { parseMetric } from "../evaluation/parse-metric.ts";
import { seededRandom } from "../kit/random.ts";

const hasPython = (() => {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

interface Case {
  readonly gains: number[];
  readonly relevant: number;
  readonly k: number;
}

/** Ranked lists of every length up to 30, with relevant items that the list does not hold. */
function cases(): Case[] {
  const random = seededRandom(7);
  return Array.from({ length: 300 }, (_, i) => {
    const gains = Array.from({ length: i % 31 }, () => (random.next() < 0.3 ? 1 : 0));
    const found = gains.filter((gain) => gain === 1).length;
    return { gains, relevant: found + random.int(4) + (found === 0 ? 1 : 0), k: 1 + random.int(20) };
  });
}

function byPython(all: readonly Case[]): [ndcg: number, recall: number][] {
  const program = `import json, math\n${judgingPython}\nprint(json.dumps([[ndcg(c["gains"], c["relevant"], c["k"]), recall(c["gains"], c["relevant"], c["k"])] for c in json.load(__import__("sys").stdin)]))`;
  return JSON.parse(execFileSync("python3", ["-c", program], { input: JSON.stringify(all), encoding: "utf8" })) as [
    number,
    number,
  ][];
}

describe("the metrics of the training scripts", () => {
  it.runIf(hasPython)("are those of this project: ndcg and recall of 300 random lists, as Python computes them", () => {
    const all = cases();
    byPython(all).forEach(([ndcg, recall], i) => {
      const { gains, relevant, k } = all[i]!;
      const list = { gains, idealGains: new Array<number>(relevant).fill(1) };
      const ours = (name: string) => parseMetric(`${name}@${k}`).metric.perList!(list, k);
      expect(ndcg).toBeCloseTo(ours("ndcg")!, 12);
      expect(recall).toBeCloseTo(ours("recall")!, 12);
    });
  });
});
