// Written by scripts/generate.ts from the files of this folder: do not edit.
import aucMetric from "./auc.ts";
import averagePrecisionMetric from "./average-precision.ts";
import coverageMetric from "./coverage.ts";
import hitRateMetric from "./hit-rate.ts";
import logLossMetric from "./log-loss.ts";
import mapMetric from "./map.ts";
import ndcgMetric from "./ndcg.ts";
import precisionMetric from "./precision.ts";
import recallMetric from "./recall.ts";
import recipRankMetric from "./recip-rank.ts";

/** Every entry of this folder, by file name. */
export const metrics = [
  aucMetric,
  averagePrecisionMetric,
  coverageMetric,
  hitRateMetric,
  logLossMetric,
  mapMetric,
  ndcgMetric,
  precisionMetric,
  recallMetric,
  recipRankMetric,
] as const;
