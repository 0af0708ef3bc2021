import { offerLoad, type LoadFacts, type LoadResult } from "./load/offer-load.ts";
import { steadily } from "./steadily.ts";
import type { TestBench } from "./test-bench.ts";

export type RecommendLoad = Pick<
  LoadFacts,
  "perSecond" | "requests" | "seconds" | "warmUpSeconds" | "timeoutMillis" | "during"
> & {
  /** Names the load: its own stream of chance, and what a person reads while it runs. */
  readonly name: string;
  readonly doing: string;
};

/** Asks for lists for people drawn at random from the latest visitors. */
export async function offerRecommendations(
  bench: TestBench,
  { name, doing, ...facts }: RecommendLoad,
): Promise<LoadResult> {
  const total = facts.seconds ?? (facts.requests ?? 0) / facts.perSecond;
  return await offerLoad({
    ...facts,
    url: bench.serving.url,
    path: "/v1/recommend",
    bodies: bench.people.map((who) => ({ [bench.prepared.plan.forWhom]: who })),
    bodyOrder: "sampled",
    seed: `${bench.seed}/${name}`,
    onProgress: ({ secondsPassed }) =>
      bench.progress(doing, Math.min(Math.round(total), Math.round(secondsPassed)), Math.round(total)),
  });
}

/** The same, once more when the generator itself was too slow. */
export async function offerSteadily(bench: TestBench, load: RecommendLoad): Promise<LoadResult> {
  return await steadily(
    () => offerRecommendations(bench, load),
    (result) => result,
  );
}
