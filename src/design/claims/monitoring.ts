import type { DesignDocument } from "../design.ts";
import { claimMaker, comparisonWords, type Claim } from "./claim.ts";

const alarmShare = 0.95;

export function monitoringClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "monitoring");
  const { drift = [], decay, experiment, retrain = [], feedback } = document.design.monitoring ?? {};
  const drifts = drift.flatMap(({ of, test, alarm }, i): Claim[] => {
    const common = {
      path: ["monitoring", "drift", i, "alarm"],
      stated: alarm.text,
      conditions: { of, test, threshold: alarm.quantity.count },
    };
    const words = `${comparisonWords[alarm.comparison]} ${test} ${alarm.quantity.text}`;
    return [
      claim({
        ...common,
        id: `drift.${of}.${test}.detected`,
        kind: "drift-detected",
        sentence: `the drift alarm on ${of} (${words}) fires under injected drift, 95 times of 100`,
        target: { comparison: ">=", value: alarmShare, unit: "share" },
      }),
      claim({
        ...common,
        id: `drift.${of}.${test}.silent`,
        kind: "drift-silent",
        sentence: `the drift alarm on ${of} (${words}) stays silent without drift, 95 times of 100`,
        target: { comparison: ">=", value: alarmShare, unit: "share" },
      }),
    ];
  });
  const decayed =
    decay &&
    claim({
      id: "monitoring.decay",
      kind: "decay-alarm",
      sentence: `an alarm fires when ${decay.metric.text} falls ${decay.alarm}`,
      path: ["monitoring", "decay", "alarm"],
      stated: decay.alarm,
      target: null,
    });
  const tried =
    experiment?.power &&
    claim({
      id: "monitoring.experiment.power",
      kind: "experiment",
      sentence: `the experiment by ${experiment.unit} has ${experiment.power.text} power`,
      path: ["monitoring", "experiment", "power"],
      stated: experiment.power.text,
      target: null,
    });
  const again = retrain.map((one, i) => {
    const when = "on" in one ? `on ${one.on}` : `every ${one.every.text}`;
    return claim({
      id: `monitoring.retrain.${when}`,
      kind: "retraining",
      sentence: `retraining starts ${when}`,
      path: ["monitoring", "retrain", i],
      stated: when,
      target: null,
    });
  });
  const logged =
    feedback &&
    claim({
      id: "monitoring.feedback.log",
      kind: "decision-log",
      sentence: `the decision log holds ${feedback.log}`,
      path: ["monitoring", "feedback", "log"],
      stated: feedback.log,
      target: { comparison: ">=", value: 1, unit: "share" },
    });
  return [...drifts, ...[decayed, tried].filter((one) => one !== undefined), ...again, ...(logged ? [logged] : [])];
}
