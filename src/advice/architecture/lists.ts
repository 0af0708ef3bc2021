import type { Design } from "../../design/design.ts";
import { retrieverKinds } from "../../design/schema/model-kinds.ts";
import type { NotYet, PlainValue, Proposal } from "../advice.ts";
import { listExploration } from "../exploration-choice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { latencyTarget, listLength } from "../figures/load.ts";
import { recommendedLevel } from "../subjects/model-level.ts";
import { count, duration } from "../units.ts";
import { affordableCandidates, perCandidateSeconds, rankingShare, stepsOf } from "./budgets.ts";

/** From that many items on, what was never interacted with outweighs what was, and vectors of content are worth their index. */
const manyItems = 1e6;
/** The usual length of a visible list where no metric names one. */
const usualLength = 10;

/** Candidate generation, ranking, re-ranking: each stage as many things as the next can afford. */
export function listsArchitecture(design: Design): Proposal | NotYet {
  const items = design.requirements?.scale?.items;
  const target = latencyTarget(design);
  if (!items || !target)
    return needs(
      ["requirements.scale.items", "few enough items need no candidate generation"],
      ["metrics.guardrails[0].target", "the latency decides how many candidates can be ranked"],
    );
  const candidates = affordableCandidates(target.value);
  const shown = listLength(design);
  const length = shown?.value ?? usualLength;
  const all = items.count <= candidates;
  const stages = all
    ? `rank all ${count(items.count)} items`
    : `generate ${count(candidates)} candidates of ${count(items.count)} items, rank them`;
  return {
    recommend: `${stages.charAt(0).toUpperCase()}${stages.slice(1)}, re-rank, show ${length}`,
    reasons: [
      because(`there are ${count(items.count)} items`, facts(design, "requirements.scale.items")),
      because(
        `${duration(rankingShare * target.value)} of the ${duration(target.value)} go to ranking, at ${perCandidateSeconds * 1e6} µs a candidate`,
        target.facts,
      ),
      because(`people see ${length}`, shown?.facts ?? []),
    ],
    alternatives: [
      all
        ? unless("candidate generation", `there are more than ${count(candidates)} items`)
        : unless(
            "rank everything",
            `fewer than ${count(candidates)} items are eligible for a request, or a candidate is measured to take less than ${microseconds(target.value, items.count)}`,
          ),
      unless(
        "a light ranker between the two",
        "recall of the candidates grows with many more of them than can be ranked",
      ),
      unless("lists made ahead of time", "inputs of the request change nothing in the order"),
    ],
    consequence: "What generation misses no ranker finds: recall of the candidates is a metric of its own.",
    edits: those(
      !all && fill(design, "model.retrieve", retrievers(design, candidates)),
      fill(design, "model.rank", ranker(design)),
      fill(design, "model.rerank", rerankers(design)),
      fill(design, "serving.path", stepsOf(design, { retrieve: 2, features: 2, rank: 5, rerank: 1 })),
    ),
    confidence: "likely",
  };
}

/** Time for one candidate at which all of them would fit into ranking. */
const microseconds = (latencySeconds: number, items: number): string =>
  `${Number(((latencySeconds * rankingShare * 1e6) / items).toPrecision(2))} µs`;

/** Retrievers that fit the system and its sources, with the candidates shared out: half to the first, the rest in equal parts. */
function retrievers(design: Design, candidates: number): PlainValue[] {
  const kinds = [...new Set([...usualRetrievers(design), ...scoredRetrievers(design)])];
  const rest = kinds.length > 1 ? Math.floor(candidates / 2 / (kinds.length - 1)) : 0;
  return kinds.map((kind, i) => ({ kind, take: i === 0 ? candidates - rest * (kinds.length - 1) : Math.max(1, rest) }));
}

function usualRetrievers(design: Design): string[] {
  if (design.system === "search") return ["bm25", "embedding", "popularity"];
  if (design.system === "feed") return ["following", "graph", "most-recent", "popularity"];
  const interactions = (design.data?.sources ?? []).some(
    ({ kind, entities }) => kind === "events" && Object.keys(entities ?? {}).length >= 2,
  );
  if (!interactions) return ["popularity", "most-recent"];
  const many = (design.requirements?.scale?.items?.count ?? 0) >= manyItems;
  return [many ? "two-tower" : "als", "popularity", "most-recent"];
}

/** Retrievers whose score is a feature: without them the document would refer to nothing. */
const scoredRetrievers = ({ features = [] }: Design): string[] =>
  features.flatMap(({ is }) =>
    is?.kind === "score" && (retrieverKinds as readonly string[]).includes(is.retriever) ? [is.retriever] : [],
  );

function ranker(design: Design): PlainValue {
  const level = recommendedLevel(design)?.level ?? 3;
  if (level === 1) return { kind: "rules" };
  if (level === 2) return { kind: "logistic", objective: "binary" };
  return level === 3 ? { kind: "gbdt", objective: "lambdarank" } : { kind: "dnn", objective: "listwise" };
}

function rerankers(design: Design): PlainValue[] {
  const explore = listExploration(design);
  const diversity = { kind: "diversity", method: "mmr", strength: 0.3 };
  return those<{ readonly [key: string]: PlainValue }>(design.system !== "search" && diversity, explore);
}
