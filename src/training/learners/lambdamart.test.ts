import { expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { metricFor } from "../trees/metric.ts";
import { completeTreeOptions } from "../trees/options.ts";
import { plantedGroups } from "../trees/planted-world.ts";
import { treeScorer } from "../trees/score.ts";
import { fitGbdt } from "./gbdt.ts";
import { fitLambdaMart } from "./lambdamart.ts";

it("orders groups at least as well as trees that only predict the grade", () => {
  const train = plantedGroups(500, 6, seededRandom("train"));
  const later = plantedGroups(500, 6, seededRandom("later"));
  const { measure } = metricFor(later, completeTreeOptions({ objective: "lambdarank", ndcgAt: 5 }));
  const shape = { trees: 60, leaves: 15 };
  const ndcg = (model: ReturnType<typeof fitGbdt>) => {
    const scores = new Float64Array(later.rowCount);
    treeScorer(model).score(later.matrix, later.rowCount, scores);
    return measure(scores);
  };
  const run = () => ({ random: seededRandom(1) });
  const ranked = ndcg(fitLambdaMart(train, shape, run()));
  expect(ranked).toBeGreaterThan(ndcg(fitGbdt(train, { ...shape, objective: "squared" }, run())) - 0.01);
  expect(ranked).toBeLessThan(measure(later.truth) + 0.01);
});
