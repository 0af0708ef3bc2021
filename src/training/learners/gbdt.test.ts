import { expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { plantedOdds } from "../trees/planted-world.ts";
import { treeScorer } from "../trees/score.ts";
import { fitGbdt } from "./gbdt.ts";

it("predicts chances that agree with how often the label was 1", () => {
  const train = plantedOdds(5000, 6, seededRandom("train"));
  const later = plantedOdds(5000, 6, seededRandom("later"));
  const model = fitGbdt(train, { objective: "binary", trees: 60, leaves: 15 }, { random: seededRandom(1) });
  const chances = new Float64Array(5000);
  treeScorer(model).score(later.matrix, 5000, chances);
  for (const [low, high] of [
    [0, 0.3],
    [0.3, 0.7],
    [0.7, 1],
  ] as const) {
    const rows = [...chances.keys()].filter((row) => chances[row]! >= low && chances[row]! < high);
    const said = rows.reduce((sum, row) => sum + chances[row]!, 0) / rows.length;
    const was = rows.reduce((sum, row) => sum + later.labels[row]!, 0) / rows.length;
    expect(Math.abs(said - was)).toBeLessThan(0.05);
  }
});
