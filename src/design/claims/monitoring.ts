import type { DesignDocument } from "../design.ts";
import { claimMaker, comparisonWords, made, type Claim } from "./claim.ts";

const alarmShare = 0.95;

export function monitoringClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "monitoring");
  const { drift = [], decay, experiment, retrain = [], feedback } = document.design.monitoring ?? {};
  const drifts = drift.flatMap(({ of, test, alarm }, i): Claim[] => {
    const tried = test === "psi" && (of === "features" || of === "scores");
    const common = {
      path: ["monitoring", "drift", i, "alarm"],
      stated: alarm.text,
      conditions: { of, test, threshold: alarm.quantity.count },
    };
    const words = `${comparisonWords[alarm.comparison]} ${test} ${alarm.quantity.text}`;
    if (!tried)
      return [
        claim({
          ...common,
          id: `drift.${of}.${test}`,
          kind: "drift-other",
          sentence: `the drift alarm on ${of} (${words}) fires under drift and stays silent without`,
          target: { comparison: ">=", value: alarmShare, unit: "share" },
        }),
      ];
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
  return made([...drifts, decayed, tried, ...holdoutClaims(document), ...again, logged, ...alarmClaims(document)]);
}

function holdoutClaims(document: DesignDocument): Claim[] {
  const holdout = document.design.monitoring?.experiment?.holdout;
  if (!holdout) return [];
  return [
    claimMaker(
      document,
      "monitoring",
    )({
      id: "monitoring.experiment.holdout",
      kind: "holdout",
      sentence: `${holdout.text} keep the old behaviour for long`,
      path: ["monitoring", "experiment", "holdout"],
      stated: holdout.text,
      target: { comparison: "=", value: holdout.share, unit: "share" },
    }),
  ];
}

/** Conditions that must be noticed, each as written. */
function alarmClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "monitoring");
  const { alarms = [], quality = [], latency = [], freshness = [] } = document.design.monitoring ?? {};
  const watched = Object.entries({ quality, latency, freshness }).flatMap(([group, list]) =>
    list.map(
      ({ what, alarm }, i) =>
        alarm !== undefined &&
        claim({
          id: `monitoring.${group}.${what}`,
          kind: "watched",
          sentence: `an alarm fires when ${what} is ${alarm}`,
          path: ["monitoring", group, i, "alarm"],
          stated: alarm,
          target: null,
        }),
    ),
  );
  const named = alarms.map(({ alarm, when, owner }, i) =>
    claim({
      id: `monitoring.alarms.${alarm}`,
      kind: "alarm",
      sentence: `${owner ?? "somebody"} is told when ${when}`,
      path: ["monitoring", "alarms", i, "when"],
      stated: when,
      target: null,
    }),
  );
  return made([...watched, ...named]);
}
