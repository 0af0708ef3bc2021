import data from "./questions/data.ts";
import features from "./questions/features.ts";
import metrics from "./questions/metrics.ts";
import model from "./questions/model.ts";
import monitoring from "./questions/monitoring.ts";
import requirements from "./questions/requirements.ts";
import serving from "./questions/serving.ts";
import start from "./questions/start.ts";
import type { Question } from "./question.ts";

/** Every question of the guide, in the order of the stages. */
export const questions: readonly Question[] = [
  ...start,
  ...requirements,
  ...metrics,
  ...data,
  ...features,
  ...model,
  ...serving,
  ...monitoring,
];
