import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bootstrapMean } from "./bootstrap.ts";
import { seededRandom } from "../kit/random.ts";
import { listValues, type ListTruth, type RankerLists } from "./list-values.ts";
import { parseMetric } from "./parse-metric.ts";

/** Judgments, runs and reference outputs that trec_eval ships with. */
const folder = fileURLToPath(new URL("../../../shared/data/trec_eval-tests/test/", import.meta.url));
const here = existsSync(folder);

const ours = {
  map: "map",
  recip_rank: "recipRank",
  ndcg: "ndcg",
  ndcg_cut_5: "ndcg@5",
  ndcg_cut_10: "ndcg@10",
  ndcg_cut_100: "ndcg@100",
  P_5: "precision@5",
  P_30: "precision@30",
  P_1000: "precision@1000",
  recall_10: "recall@10",
  recall_100: "recall@100",
  recall_1000: "recall@1000",
  map_cut_10: "map@10",
  success_1: "hitRate@1",
  success_10: "hitRate@10",
} as const;
type TrecName = keyof typeof ours;

/**
 * Output of trec_eval that belongs to judgments and a run; `-c` also averages over queries that the run left out.
 * trec_eval counts a query without relevant documents as 0 where we skip it, so means are taken over all queries here.
 */
const runs = [
  { judgments: "qrels.test", run: "results.test", output: "out.test", everyQuery: false },
  { judgments: "qrels.test", run: "results.test", output: "out.test.a", everyQuery: false },
  { judgments: "qrels.test", run: "results.test", output: "out.test.aq", everyQuery: false },
  { judgments: "qrels.test", run: "results.trunc", output: "out.test.aqc", everyQuery: true },
  { judgments: "qrels.comment.test", run: "results.comment.test", output: "out.comment.test", everyQuery: false },
] as const;

describe.skipIf(!here)("metrics against trec_eval (skipped where ../shared/data/trec_eval-tests is absent)", () => {
  for (const { judgments, run, output, everyQuery } of runs) {
    const reference = here ? readOutput(output) : [];

    it(`equal every line of ${output} that they define, to four digits`, () => {
      const { queries, ranker, truth } = readLists(judgments, run, everyQuery);
      for (const { name, query, value } of reference) {
        const named = parseMetric(ours[name]);
        const { values } = listValues([ranker], truth, named);
        const found = query === "all" ? sum(values[0]!) / queries.length : values[0]![queries.indexOf(query)]!;
        expect(found.toFixed(4), `${name} of ${query}`).toBe(value);
      }
    });

    it(`find at least three such lines in ${output}`, () => expect(reference.length).toBeGreaterThanOrEqual(3));
  }

  it("skip the one query of out.comment.test that has no relevant document", () => {
    const { ranker, truth } = readLists("qrels.comment.test", "results.comment.test", false);
    expect(listValues([ranker], truth, parseMetric("map")).skipped).toBe(1);
  });

  it("see the six named measures for each of the three queries and their mean", () => {
    const named = ["map", "ndcg", "ndcg_cut_10", "recip_rank", "P_30", "recall_100"];
    const lines = readOutput("out.test.aq").filter(({ name }) => named.includes(name));
    expect(lines).toHaveLength(6 * 4);
  });

  it("sum graded judgments linearly in ndcg, as trec_eval does", () => {
    const { ranker, truth } = readLists("qrels.rel_level", "results.test", false);
    const found = [...listValues([ranker], truth, parseMetric("ndcg@10")).values[0]!];
    const wanted = readOutput("out.test.aql").filter(({ name, query }) => name === "ndcg_cut_10" && query !== "all");
    expect(found.map((value) => value.toFixed(4))).toEqual(wanted.map(({ value }) => value));
  });

  it("give the same mean through the bootstrap", () => {
    const { ranker, truth } = readLists("qrels.test", "results.test", false);
    const { values, units } = listValues([ranker], truth, parseMetric("ndcg"));
    const estimate = bootstrapMean({ values: values[0]!, units }, { random: seededRandom(1), repetitions: 50 });
    expect(estimate.value.toFixed(4)).toBe("0.4021");
  });
});

function readOutput(file: string): { name: TrecName; query: string; value: string }[] {
  return lines(file)
    .map(([name, query, value]) => ({ name: name as TrecName, query: query!, value: value! }))
    .filter(({ name }) => name in ours);
}

/** Ranks as trec_eval does: by score in single precision, best first, ties by document id, last first. */
function readLists(judgments: string, run: string, everyQuery: boolean) {
  const gains = new Map<string, Map<string, number>>();
  for (const [query, , document, gain] of lines(judgments)) {
    if (!gains.has(query!)) gains.set(query!, new Map());
    gains.get(query!)!.set(document!, Math.max(0, Number(gain)));
  }
  const ranked = new Map<string, { document: string; score: number }[]>();
  for (const [query, , document, , score] of lines(run)) {
    if (!ranked.has(query!)) ranked.set(query!, []);
    ranked.get(query!)!.push({ document: document!, score: Math.fround(Number(score)) });
  }
  const queries = [...gains.keys()].filter((query) => everyQuery || ranked.has(query)).sort();
  const gainsPerList = queries.map((query) =>
    (ranked.get(query) ?? [])
      .sort((a, b) => b.score - a.score || (a.document < b.document ? 1 : -1))
      .map(({ document }) => gains.get(query)!.get(document) ?? 0),
  );
  const ranker: RankerLists = { name: run, gainsPerList };
  const truth: ListTruth = {
    idealGainsPerList: queries.map((query) => [...gains.get(query)!.values()]),
    units: queries.map((_, list) => list),
  };
  return { queries, ranker, truth };
}

function lines(file: string): string[][] {
  return readFileSync(folder + file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.trim().split(/\s+/));
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
