// Written by scripts/generate.ts from the files of this folder: do not edit.
import beatsBaselineProbe from "./beats-baseline.ts";
import coverageProbe from "./coverage.ts";
import dataCheckProbe from "./data-check.ts";
import deadlineProbe from "./deadline.ts";
import decisionLogProbe from "./decision-log.ts";
import driftAlarmProbe from "./drift-alarm.ts";
import errorRateProbe from "./error-rate.ts";
import explorationProbe from "./exploration.ts";
import fallbackProbe from "./fallback.ts";
import featureParityProbe from "./feature-parity.ts";
import freshnessProbe from "./freshness.ts";
import ingestRateProbe from "./ingest-rate.ts";
import keepsUpProbe from "./keeps-up.ts";
import latencyProbe from "./latency.ts";
import offlineMetricProbe from "./offline-metric.ts";
import scaleProbe from "./scale.ts";
import stepBudgetProbe from "./step-budget.ts";

/** Every entry of this folder, by file name. */
export const probes = [
  beatsBaselineProbe,
  coverageProbe,
  dataCheckProbe,
  deadlineProbe,
  decisionLogProbe,
  driftAlarmProbe,
  errorRateProbe,
  explorationProbe,
  fallbackProbe,
  featureParityProbe,
  freshnessProbe,
  ingestRateProbe,
  keepsUpProbe,
  latencyProbe,
  offlineMetricProbe,
  scaleProbe,
  stepBudgetProbe,
] as const;
