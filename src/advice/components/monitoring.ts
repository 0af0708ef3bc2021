import type { Design } from "../../design/design.ts";
import { component, where, type Component } from "./component.ts";

type Monitoring = NonNullable<Design["monitoring"]>;

export function componentsOfMonitoring({ metrics, monitoring = {} }: Design): Component[] {
  return [
    ...where(metrics?.offline, "evaluation", "offline evaluation", "metrics.offline"),
    ...componentsOfWatching(monitoring),
    ...(monitoring.alarms ?? []).map(({ alarm }, i) => component("alarm", alarm, `monitoring.alarms[${i}]`)),
    ...where(monitoring.experiment, "experiment", "experiment", "monitoring.experiment"),
    ...where(monitoring.retrain, "retraining", "retraining", "monitoring.retrain"),
    ...where(monitoring.feedback, "decision log", "decision log", "monitoring.feedback"),
    ...where(monitoring.audit, "audit", "audit", "monitoring.audit"),
  ];
}

function componentsOfWatching({
  drift = [],
  decay,
  quality = [],
  latency = [],
  freshness = [],
  skew,
}: Monitoring): Component[] {
  return [
    ...drift.map(({ of, test }, i) => component("monitor", `${test} of ${of}`, `monitoring.drift[${i}]`)),
    ...where(decay, "monitor", "decay", "monitoring.decay"),
    ...quality.map(({ what }, i) => component("monitor", what, `monitoring.quality[${i}]`)),
    ...latency.map(({ what }, i) => component("monitor", what, `monitoring.latency[${i}]`)),
    ...freshness.map(({ what }, i) => component("monitor", what, `monitoring.freshness[${i}]`)),
    ...where(skew, "monitor", "skew between training and serving", "monitoring.skew"),
  ];
}
