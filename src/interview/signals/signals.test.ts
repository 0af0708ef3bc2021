import { describe, expect, it } from "vitest";
import type { RoundRecord } from "../record.ts";
import type { Signal } from "../signal.ts";
import { filler, played, type Turn } from "../signalling/testing/played.ts";
import { signals as list } from "./index.ts";

const signals: readonly Signal[] = list;
const detect = (id: string, record: RoundRecord) => signals.find((one) => one.id === id)!.detect(record);

const objective: Turn = [
  1,
  "The goal is more revenue: we want to raise the share of visits with a purchase from 4% to 5%.",
];
const labels: Turn = [
  9,
  "Labels are implicit: a purchase within 24 hours of an impression is a positive, the rest are negatives.",
];
const baseline: Turn = [20, "As a baseline I start with popularity by category, because it is what we have to beat."];
const trees: Turn = [
  23,
  "Then I use gradient boosted trees, since they are fine with mixed tabular features and train in 20 minutes.",
];
const deep: Turn = [
  1,
  "I would use a transformer with eight layers because attention sees the whole history of the user.",
];
const serving: Turn = [
  30,
  "We score online, on request, with a budget of 100 ms; a cache of answers lives for 30 seconds.",
];
const watch: Turn = [38, "We watch PSI per feature and alert the on-call above 0.2, who follows a runbook."];
const loop: Turn = [
  40,
  "We retrain every night on new labels, and what people click flows back into the training data.",
];
const fair: Turn = [41, "For fairness we compare the false positive rate between groups of people every week."];

/** For each signal: a round that has it, and one that looks like it and has not. */
const cases: Readonly<Record<string, { has: RoundRecord; hasNot: RoundRecord }>> = {
  "jumps-to-a-model": { has: played([deep, filler, objective]), hasNot: played([objective, [3, deep[1]], filler]) },
  "ignores-data": { has: played([filler, objective, trees]), hasNot: played([filler, labels]) },
  "no-monitoring": { has: played([filler, trees]), hasNot: played([filler, watch]) },
  "no-life-cycle": { has: played([filler, trees]), hasNot: played([filler, labels, trees, serving, watch, loop]) },
  "no-constraints": {
    has: played([filler, trees]),
    hasNot: played([filler, [3, "How fast does it have to be at p99?"]]),
  },
  "no-feedback-loop": { has: played([filler, trees]), hasNot: played([filler, loop]) },
  "no-fairness": { has: played([filler, trees]), hasNot: played([filler, fair]) },
  "one-framework": {
    has: played([
      [
        5,
        "SageMaker does it: SageMaker for training, SageMaker for features, SageMaker for the model, SageMaker for serving, SageMaker for monitoring, SageMaker for all.",
      ],
    ]),
    hasNot: played([
      [
        5,
        "Kafka for events, Flink for counts, Redis for features, Spark for training, MLflow for models, Kubernetes to run it.",
      ],
    ]),
  },
  buzzwords: {
    has: played([
      [
        3,
        "We use a feature store, embeddings, a transformer, an ensemble, a model registry, drift detection, A/B tests, canary, caching, exploration and multi-task learning.",
      ],
      filler,
    ]),
    hasNot: played([filler, labels, baseline, trees, serving, watch, loop]),
  },
  "numbers-clash": {
    has: played([
      [2, "The p99 latency has to be at most 100 ms."],
      [30, "The p99 latency must be under 300 ms."],
    ]),
    hasNot: played([
      [2, "The p99 latency has to be at most 100 ms."],
      [30, "Features must be read within 10 ms."],
    ]),
  },
  "forgets-what-was-told": {
    has: played(
      [
        [2, "How long may a decision take?"],
        [4, "[Requirements] { p99 < 100 ms }"],
      ],
      44,
      { problem: "fraud-detection" },
    ),
    hasNot: played(
      [
        [2, "How long may a decision take?"],
        [4, "The p99 latency has to be at most 50 ms."],
        [30, "[gateway] p99 < 100 ms"],
      ],
      44,
      { problem: "fraud-detection" },
    ),
  },
  "no-questions": { has: played([filler, trees]), hasNot: played([filler, [3, "What is the goal?"]]) },
  "model-first": {
    has: played([
      deep,
      [
        4,
        "The transformer has twelve heads because each learns another pattern, and the loss is cross entropy with label smoothing.",
      ],
      [
        9,
        "Then a second transformer ranks the candidates, with a cross encoder that reads both sides, trained with a pairwise loss on hard negatives.",
      ],
      [
        15,
        "I would pretrain the transformer on all sessions and fine-tune it with a softmax loss over sampled negatives, then distil the twelve layers into three, and tune the learning rate with early stopping.",
      ],
      filler,
    ]),
    hasNot: played([objective, labels, trees, serving, watch, loop, filler]),
  },
  "labels-never-said": {
    has: played([filler, trees]),
    hasNot: played([filler, [9, "We need some annotation for that."]]),
  },
  "ends-at-serving": {
    has: played([filler, serving]),
    hasNot: played([filler, [38, "A canary with 5% of users comes first."]]),
  },
  "asks-first": {
    has: played([[1, "What is the goal? How many users are there? How fast must it be?"]]),
    hasNot: played([[40, "What is the goal? How many users are there? How fast must it be?"]]),
  },
  "baseline-first": { has: played([baseline, trees]), hasNot: played([[10, trees[1]], baseline]) },
  "offline-to-online": {
    has: played([
      [
        7,
        "Gains offline often do not show up online, because the logged clicks carry the position bias of the old ranker.",
      ],
    ]),
    hasNot: played([[7, "Offline I look at ndcg, online at conversion."]]),
  },
  "assumes-with-numbers": {
    has: played([[2, "I assume 10 million users and 500 requests per second; correct me if that is off."]]),
    hasNot: played([[2, "There are many users."]]),
  },
  "weighs-both-sides": {
    has: played([
      [20, "Trees are cheaper to serve but less accurate than a deep network, at the cost of some recall."],
      [30, "Batch is cheaper, but the answers are a day stale, which costs us clicks."],
    ]),
    hasNot: played([trees, serving]),
  },
  "answers-failures": {
    has: played([
      [25, "[client] -> [features: redis] p99 8ms x2 -> [ranker] p99 30ms x4 -> client"],
      [27, "/drill the feature store is down"],
      [28, "[features: redis] fallback: popular items"],
      [29, "/drill the feature store is down"],
    ]),
    hasNot: played([
      [25, "[client] -> [features: redis] p99 8ms x2 -> [ranker] p99 30ms x4 -> client"],
      [27, "/drill the feature store is down"],
    ]),
  },
  "keeps-time": {
    has: played([filler, serving, watch, [42, "One risk is left."]]),
    hasNot: played([filler, serving, watch], 20),
  },
  "corrects-self": {
    has: played([
      [3, "The p99 latency has to be at most 100 ms."],
      [5, "Actually, make that 80 ms."],
    ]),
    hasNot: played([[3, "The p99 latency has to be at most 100 ms."]]),
  },
  "answers-the-change": {
    has: played([
      filler,
      serving,
      [31, "Five times the load: I add ranker replicas behind the balancer, so that each stays below 60%."],
    ]),
    hasNot: played([filler, serving, [31, "OK."], [33, "Hm."]]),
  },
  "owns-the-problem": {
    has: played([
      [
        1,
        "Is this really the right problem? If success means that people come back, optimising clicks is the wrong problem, so I would redefine success as weekly returning buyers.",
      ],
    ]),
    hasNot: played([objective]),
  },
  "minds-the-organisation": {
    has: played([
      [35, "With a team of three and one person on call, a custom model server is more than we can maintain."],
    ]),
    hasNot: played([serving]),
  },
  "sees-the-flywheel": {
    has: played([
      [
        40,
        "Better lists bring more visits, more visits bring more data, and more data makes better lists; active learning speeds the flywheel up.",
      ],
    ]),
    hasNot: played([baseline]),
  },
  "builds-or-buys": {
    has: played([
      [
        35,
        "I would buy the vector database as a managed service and build the ranker ourselves, since that is where we differ.",
      ],
    ]),
    hasNot: played([trees]),
  },
  "several-objectives": {
    has: played([
      [
        22,
        "Clicks and long-term retention pull apart, so I use a multi-task model and a weighted sum of both objectives, with weights set by A/B tests.",
      ],
    ]),
    hasNot: played([trees]),
  },
  "sees-the-debt": {
    has: played([
      [
        42,
        "Technical debt: other teams read our scores without telling us, so every consumer has to be declared, and dead features are deleted every quarter.",
      ],
    ]),
    hasNot: played([watch]),
  },
  "draws-the-flow": {
    has: played([[12, "[app] -> [events: kafka] -> [event log] -> [training] -> [registry]"]]),
    hasNot: played([[12, "[Requirements] { p99 < 100 ms }"]]),
  },
  "draws-nothing": { has: played([filler, trees]), hasNot: played([filler, [12, "[app] -> [events: kafka]"]]) },
  "says-why": {
    has: played([
      baseline,
      trees,
      [30, "We cache answers for 30 seconds because hot users come back."],
      [38, "We alert on PSI since labels come a month late."],
    ]),
    hasNot: played([labels, watch]),
  },
  "long-monologue": {
    has: played([[5, Array.from({ length: 90 }, () => "We would look at the data first.").join(" ")]]),
    hasNot: played([filler]),
  },
};

describe("signals", () => {
  it("each have a round that has them and one that only looks like it", () => {
    expect(Object.keys(cases).sort()).toEqual(signals.map(({ id }) => id).sort());
    expect(signals.length).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.keys(cases))("%s is found where it is, and not where it only seems", (id) => {
    const { has, hasNot } = cases[id]!;
    expect(detect(id, has), "has").toBeDefined();
    expect(detect(id, hasNot), "has not").toBeUndefined();
  });

  it.each(Object.keys(cases))("%s quotes word for word, or says what was looked for", (id) => {
    const { has } = cases[id]!;
    const { quotes, says } = detect(id, has)!;
    expect(says).toMatch(/\.$/);
    for (const { entry, start, end, text } of quotes) {
      const said = has.entries[entry]!;
      expect(said.who === "candidate" && "text" in said.input && said.input.text.slice(start, end)).toBe(text);
    }
  });

  it("say nothing is missing of a round that was hardly played", () => {
    const record = played([[1, "Let me think."]], 3);
    const found = signals.filter((one) => one.kind !== "communication" && one.detect(record));
    expect(found.map(({ id }) => id)).toEqual([]);
  });
});
