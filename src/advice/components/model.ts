import type { Design } from "../../design/design.ts";
import { component, where, type Component } from "./component.ts";

type Model = NonNullable<Design["model"]>;

export function componentsOfModel({ model = {} }: Design): Component[] {
  const { baseline, rank, parts = [], rerank = [] } = model;
  return [
    ...(baseline ? [component("baseline", baseline.kind, "model.baseline", baseline.kind)] : []),
    ...componentsOfRetrieval(model),
    ...(rank ? [component("ranker", rank.kind, "model.rank", rank.kind)] : []),
    ...parts.map(({ name, kind }, i) => component("model", name, `model.parts[${i}]`, kind)),
    ...rerank.map(({ kind }, i) =>
      component(kind === "explore" ? "exploration" : "reranker", kind, `model.rerank[${i}]`),
    ),
    ...componentsOfDecision(model),
    ...componentsOfTraining(model),
  ];
}

function componentsOfRetrieval({ retrieve = [], chunks }: Model): Component[] {
  return [
    ...where(chunks, "chunker", "chunks", "model.chunks"),
    ...retrieve.flatMap(({ kind, index }, i) => [
      component("retriever", kind, `model.retrieve[${i}]`, kind),
      ...where(index, "index", `index of ${kind}`, `model.retrieve[${i}].index`),
    ]),
  ];
}

const componentsOfDecision = ({ decide, auction, explore, explanation }: Model): Component[] => [
  ...where(decide, "decider", "decision", "model.decide"),
  ...where(auction, "auction", "auction", "model.auction"),
  ...where(explore, "exploration", "exploration", "model.explore"),
  ...where(explanation, "explanation", "explanation", "model.explanation"),
];

const componentsOfTraining = ({ train, tuning, offPolicy }: Model): Component[] => [
  ...where(train, "trainer", "training", "model.train"),
  ...where(tuning, "tuning", "tuning", "model.tuning"),
  ...where(offPolicy, "off-policy estimate", "off-policy estimate", "model.offPolicy"),
];
