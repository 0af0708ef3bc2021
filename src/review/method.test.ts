import { describe, expect, it } from "vitest";
import { parseDesign } from "../design/parse.ts";
import { reviewDesign } from "./review.ts";
import type { Rule } from "./rule.ts";
import { rules as list } from "./rules/index.ts";

const rules: readonly Rule[] = list;

/** Ids of the rules of method that find something. */
function fired(yaml: string): string[] {
  const { document, problems } = parseDesign(`plumbline: 1\nname: tried\n${yaml}`);
  if (!document) throw problems[0]!;
  const method = rules.filter(({ kind }) => kind === "method");
  return reviewDesign(document, { rules: method }).findings.map(({ rule }) => rule);
}

const model = "model: {rank: {kind: gbdt}, level: 3}";

describe("the rules of method", () => {
  it("ask nothing of three lines that name no model", () => {
    expect(fired("requirements: {problem: Monitoring of machines is done by hand.}")).toEqual([]);
  });

  it("take a deferral and a reasoned refusal for decisions", () => {
    const put = fired(
      `${model}\nmonitoring: {later: after the pilot}\nserving: {none: "a report, read by people"}\ndata: {later: when the log is there}`,
    );
    expect(put).not.toContain("no-monitoring");
    expect(put).not.toContain("no-serving-story");
    expect(put).not.toContain("no-data-story");
    expect(put).not.toContain("no-fallback");
    expect(put).not.toContain("no-drift-threshold");
  });

  it("are not satisfied by placeholders, prompts, struck words and prose", () => {
    const put = fired(`system: search
requirements: {whyMl: "~~rules fall short~~", today: "[how is it done today?]", costOfErrors: TBD, notes: Rules were tried.}
model: {rank: {kind: gbdt}, level: 3, coldStart: TODO}
monitoring: {notes: "We will monitor drift, decay and feedback.", owner: search team}`);
    expect(put).toEqual(
      expect.arrayContaining([
        "no-reason-for-learning",
        "no-current-solution",
        "errors-unpriced",
        "no-cold-start",
        "no-drift-threshold",
        "no-decay-signal",
        "no-feedback-path",
      ]),
    );
  });

  it("ask for no labels and no retraining where every model is bought", () => {
    const put = fired(`system: rag
model:
  formulation: generation
  baseline: {kind: bm25}
  retrieve: [{kind: bm25}, {kind: embedding}]
  parts: [{name: writer, kind: llm, from: bought}]
data: {sources: [{name: documents, kind: documents, freshness: 10m, checks: [owner not null]}]}
monitoring: {owner: answers team}`);
    expect(put).not.toContain("no-labels");
    expect(put).not.toContain("no-split");
    expect(put).not.toContain("no-retraining-trigger");
  });

  it("ask for no latency and no skew check of a nightly batch", () => {
    const put = fired(`${model}
features: [{name: orders, means: orders of a year}]
serving: {mode: batch, batch: {every: 1d}}
monitoring: {owner: campaign team}`);
    expect(put).not.toContain("no-latency-target");
    expect(put).not.toContain("skew-unchecked");
  });

  it("take several looks with sequential bounds for what they are", () => {
    const experiment = (checks: string) =>
      fired(`monitoring: {experiment: {unit: user, looks: 4, checks: "${checks}"}}`);
    expect(experiment("ratio of arms")).toContain("peeking");
    expect(experiment("ratio of arms, no sequential test")).toContain("peeking");
    expect(experiment("ratio of arms, O'Brien-Fleming bounds")).not.toContain("peeking");
  });

  it("leave a unit of people alone where the metric is counted on what they do", () => {
    const drawn = (unit: string, per: string) =>
      fired(
        `metrics: {online: [{metric: rate, primary: true, per: ${per}}]}\nmonitoring: {experiment: {unit: ${unit}}}`,
      );
    expect(drawn("impression", "user")).toContain("wrong-unit-of-randomisation");
    expect(drawn("user", "impression")).not.toContain("wrong-unit-of-randomisation");
    expect(drawn("user", "user")).not.toContain("wrong-unit-of-randomisation");
  });

  it("do not call accuracy blind where classes are even", () => {
    const judged = (balance: string) =>
      fired(`metrics: {offline: [{metric: accuracy}]}\ndata: {labels: [{name: bought, balance: ${balance}}]}`);
    expect(judged("1%")).toContain("accuracy-on-rare-positives");
    expect(judged("99%")).toContain("accuracy-on-rare-positives");
    expect(judged("45%")).not.toContain("accuracy-on-rare-positives");
  });
});
