import type { Design } from "../../../design/design.ts";
import { flow, when, type Flow, type Part, type Parts } from "../part.ts";
import { brief, counted, signs, spaced, title } from "../words.ts";
import { requestRate } from "./path.ts";

type Monitoring = NonNullable<Design["monitoring"]>;

const watch = { plane: "monitoring", layer: "governance" } as const;

/** What is logged, what is compared, what sounds, who answers, and what flows back. */
export function monitoringParts(design: Design): Parts {
  const monitoring = design.monitoring;
  if (!monitoring) return { parts: logPart(design), flows: [] };
  return {
    parts: [
      ...logPart(design),
      ...joinPart(monitoring),
      ...driftParts(monitoring),
      ...watchParts(monitoring),
      ...experimentPart(monitoring),
      ...alarmParts(monitoring),
    ],
    flows: [...evidenceFlows(monitoring), ...alarmFlows(monitoring), ...retrainFlows(monitoring)],
  };
}

function logPart(design: Design): Part[] {
  const rate = requestRate(design);
  return when(design.monitoring?.feedback ?? design.serving?.path, {
    id: "decision-log",
    name: "Decision log",
    icon: "stream",
    plane: "monitoring",
    layer: "platform",
    detail:
      rate && design.serving?.mode !== "on-device"
        ? `${rate} on average`
        : design.monitoring?.feedback && brief(design.monitoring.feedback.log, 40),
  });
}

function joinPart({ feedback }: Monitoring): Part[] {
  return when(feedback, {
    id: "label-join",
    name: "Label join",
    icon: "process",
    plane: "monitoring",
    layer: "platform",
    detail: feedback?.joinLabelsAfter && `after ${spaced(feedback.joinLabelsAfter.text)}`,
  });
}

export const driftIds = (drift: Monitoring["drift"] = []): string[] =>
  drift.map(({ of }, at) => {
    const before = drift.slice(0, at).filter((other) => other.of === of).length;
    return `drift:${of}${before > 0 ? `-${before + 1}` : ""}`;
  });

function driftParts({ drift = [], decay, skew }: Monitoring): Part[] {
  const ids = driftIds(drift);
  return [
    ...drift.map(({ of, test, alarm }, at): Part => ({
      id: ids[at]!,
      name: `Drift of ${of}`,
      icon: "chart",
      detail: `${title(test)} ${signs(alarm.text)}`,
      ...watch,
    })),
    ...when(decay, {
      id: "decay",
      name: decay ? `Decay of ${decay.metric.text}` : "Decay",
      icon: "chart",
      detail: decay && brief(decay.alarm, 26),
      ...watch,
    }),
    ...when(skew, { id: "skew", name: "Training-serving skew", icon: "shield", detail: numberIn(skew), ...watch }),
  ];
}

/** The first number of a text with its unit, for a card: `1M`, `99.99%`. */
const numberIn = (text: string | undefined): string | undefined =>
  /\d[\d.,]*\s?(?:%|[kMB]\b)/u.exec(text ?? "")?.[0]?.trim();

const watched = [
  { key: "quality", name: "Data quality", icon: "rules" },
  { key: "latency", name: "Latency and errors", icon: "clock" },
  { key: "freshness", name: "Freshness", icon: "clock" },
] as const;

function watchParts(monitoring: Monitoring): Part[] {
  return watched.flatMap(({ key, name, icon }) => {
    const list = monitoring[key] ?? [];
    const [first] = list;
    const detail = list.length > 1 ? `${list.length} signals` : first?.alarm && brief(signs(first.alarm), 26);
    return when(list.length > 0, { id: `watch:${key}`, name, icon, detail: detail || undefined, ...watch });
  });
}

function experimentPart({ experiment }: Monitoring): Part[] {
  const split = experiment?.split && `${experiment.split.text} of ${experiment.unit}s`;
  const detail = experiment?.lasts ? `${spaced(experiment.lasts.text)} per ${experiment.unit}` : split;
  return when(experiment, { id: "experiment", name: "Experiment", icon: "experiment", detail, ...watch });
}

export const alarmId = (name: string): string => `alarm:${name}`;

function alarmParts({ alarms = [], owner }: Monitoring): Part[] {
  return [
    ...alarms.map(({ alarm, when: at }): Part => ({
      id: alarmId(alarm),
      name: title(brief(alarm, 30)),
      icon: "shield",
      detail: brief(signs(at), 44),
      ...watch,
    })),
    ...when(owner, { id: "on-call", name: "On call", icon: "person", detail: owner && brief(owner, 30), ...watch }),
  ];
}

function evidenceFlows({ drift = [], experiment }: Monitoring): Flow[] {
  return [
    flow("decision-log", "label-join"),
    ...driftIds(drift).map((id, at) =>
      drift[at]!.of === "labels" ? flow("label-join", id) : flow("decision-log", id),
    ),
    flow("label-join", "decay"),
    flow("feature-store", "skew", "vectors"),
    flow("checks", "watch:quality", "failed rows"),
    flow("path-end", "watch:latency", "timings"),
    flow("feature-store", "watch:freshness", "ages"),
    flow("rollout", "experiment", experiment?.split && `${experiment.split.text} arm`, "control"),
    flow("label-join", "experiment", "outcomes"),
  ];
}

/** What an alarm listens to: the monitor whose signals its name or condition speaks of. */
function sensorOf(alarm: Alarm, monitoring: Monitoring): string | undefined {
  const words = `${alarm.alarm} ${alarm.when}`.toLowerCase();
  const hears = (texts: readonly string[]) => texts.some((text) => keyWords(text).some((word) => words.includes(word)));
  const { drift = [], decay, skew } = monitoring;
  if (skew && /skew|parity/.test(words)) return "skew";
  if (drift.length > 0 && /drift|psi|mmd/.test(words)) return driftIds(drift)[0];
  const heard = watched.find(({ key }) => hears((monitoring[key] ?? []).map(({ what }) => what)));
  if (heard) return `watch:${heard.key}`;
  return decay && hears([decay.metric.text, decay.before ?? ""]) ? "decay" : undefined;
}

type Alarm = NonNullable<Monitoring["alarms"]>[number];

/** Words of a signal that tell it from others. */
const keyWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z@\d]+/)
    .filter((word) => word.length > 4 && !["share", "above", "below", "other", "until", "their"].includes(word));

function alarmFlows(monitoring: Monitoring): Flow[] {
  const { alarms = [] } = monitoring;
  const silent = [...driftIds(monitoring.drift), "decay"];
  return [
    ...alarms.flatMap((alarm) => [
      ...heardBy(alarm, monitoring),
      flow(alarmId(alarm.alarm), "on-call", alarm.severity ?? undefined, "control"),
    ]),
    ...(alarms.length === 0 ? silent.map((id) => flow(id, "on-call", "alarm", "control")) : []),
  ];
}

function retrainFlows(monitoring: Monitoring): Flow[] {
  const events = (monitoring.retrain ?? []).flatMap((one) => ("on" in one ? [one.on] : []));
  return [
    flow("label-join", "training-set", "labels", "feedback"),
    ...events.flatMap((on) => {
      const from = triggerOf(on, monitoring);
      return from ? [flow(from, "trainer", "retrain", "feedback")] : [];
    }),
    ...(monitoring.experiment ? [flow("experiment", "registry", "ship or not", "feedback")] : []),
  ];
}

function triggerOf(on: string, { drift, decay, alarms }: Monitoring): string | undefined {
  if (/drift|psi/i.test(on) && drift?.length) return driftIds(drift)[0];
  if (/decay|worse|fall|below/i.test(on) && decay) return "decay";
  if (/label|verdict|outcome/i.test(on)) return "label-join";
  return alarms?.[0] && alarmId(alarms[0].alarm);
}

/** How many alarms there are, and how many of them wake somebody. */
export function alarmCount({ alarms = [] }: Monitoring): string {
  const pages = alarms.filter(({ severity }) => severity === "page").length;
  return pages > 0 ? `${counted(alarms.length, "alarm")}, ${pages} page` : counted(alarms.length, "alarm");
}

function heardBy(alarm: Alarm, monitoring: Monitoring): Flow[] {
  const sensor = sensorOf(alarm, monitoring);
  return sensor ? [flow(sensor, alarmId(alarm.alarm))] : [];
}
