import type { Design } from "../../design/design.ts";
import type { Proposal } from "../advice.ts";
import { because, facts, fill, those, unless } from "../facts.ts";
import { latencyTarget } from "../figures/load.ts";
import { count, duration } from "../units.ts";
import { stepsOf } from "./budgets.ts";

/** About a third of a page: long enough for one thought, short enough that ten of them can be read (Lewis 2020 used 100 words). */
const chunkTokens = 300;
/** A sixth, so that a sentence cut in two stands whole in one of the neighbours. */
const overlapTokens = 50;
const retrieved = 50;
/** What the writer reads: 8 × 300 tokens are 2,400, and what stands in the middle of more is overlooked (Liu 2024, TACL 12). */
const read = 8;

/** Chunk, search by words and by meaning, re-rank, write with citations, check that they hold. */
export function answersArchitecture(design: Design): Proposal {
  const target = latencyTarget(design);
  return {
    recommend: `Chunk, hybrid retrieval of ${retrieved}, re-rank to ${read}, generate with citations, check groundedness`,
    reasons: those(
      because(
        "words find names and numbers, vectors find what is said otherwise: each misses what the other finds",
        facts(design, "system"),
      ),
      because(`${read} chunks of ${chunkTokens} tokens are ${count(read * chunkTokens)} tokens to read per answer`),
      target && because(`an answer may take ${duration(target.value)}, most of it spent on writing`, target.facts),
    ),
    alternatives: [
      unless("no re-ranker", `the right passage is among the first ${read} of retrieval in nine of ten test questions`),
      unless("the whole document in the prompt", "documents are few and short enough to be read each time"),
      unless("search with quotes and no writing", "a wrong sentence does more harm than a missing one"),
    ],
    consequence:
      "Three things are measured apart: whether the passage was found, whether it was cited, whether the sentence follows from it.",
    edits: those(
      fill(design, "model.chunks", { tokens: chunkTokens, overlap: overlapTokens, by: "headings, then sentences" }),
      fill(design, "model.retrieve", [
        { kind: "bm25", take: retrieved },
        { kind: "embedding", take: retrieved },
      ]),
      fill(design, "model.parts", [
        { name: "reranker", kind: "cross-encoder", does: `question and passage to relevance; keeps ${read}` },
        { name: "writer", kind: "llm", does: "question and passages to an answer with citations" },
        { name: "checker", kind: "cross-encoder", does: "passage and sentence to whether it follows" },
      ]),
      fill(design, "serving.path", stepsOf(design, { retrieve: 1, rerank: 1, generate: 7, check: 1 })),
      fill(design, "serving.guard", "a sentence that no cited passage supports is left out; no passage, no answer"),
    ),
    confidence: "likely",
  };
}
