// Written by scripts/generate.ts from the files of this folder: do not edit.
import dataFields from "./data.ts";
import featuresFields from "./features.ts";
import metricsFields from "./metrics.ts";
import modelFields from "./model.ts";
import monitoringFields from "./monitoring.ts";
import organisationFields from "./organisation.ts";
import requirementsFields from "./requirements.ts";
import servingFields from "./serving.ts";

/** Every entry of this folder, by file name. */
export const fieldAdvice = [
  dataFields,
  featuresFields,
  metricsFields,
  modelFields,
  monitoringFields,
  organisationFields,
  requirementsFields,
  servingFields,
] as const;
