import type { Design } from "../../design/design.ts";
import { facts } from "../facts.ts";
import { latencyTarget } from "../figures/load.ts";
import { positiveShare } from "../figures/labels.ts";
import { givesLists } from "../figures/shape.ts";
import { stakes } from "../figures/stakes.ts";
import { duration, share } from "../units.ts";
import { field, value } from "./field.ts";

/** Loads at which a promise is worth most. */
const busiest = "the promise matters most when it is busiest";

/** Where no latency is stated: one second feels like one act (Nielsen 1993), and the page around it needs most of it. */
const pageSeconds = 0.2;

function errorRate(design: Design, i: number) {
  const risk = stakes(design);
  const bound = risk && { cheap: 0.005, costly: 0.001, grave: 0.0001 }[risk.harm];
  return design.metrics?.guardrails?.[i]?.metric?.name === "errorRate" && risk && bound
    ? value(
        `<= ${share(bound)}`,
        `an error is ${risk.harm}: ${risk.how}`,
        "A canary step must be long enough to see it.",
        risk.facts,
      )
    : undefined;
}

function latency(design: Design, i: number) {
  if (design.metrics?.guardrails?.[i]?.metric?.name !== "latency") return undefined;
  const { deadline } = design.serving ?? {};
  const seconds = deadline ? deadline.seconds / 2 : pageSeconds;
  return value(
    `<= ${duration(Number(seconds.toPrecision(2)))}`,
    deadline
      ? "half of the deadline, so that a slow request still has time to fall back"
      : "a fifth of the second in which an answer still feels like one act",
    "Each step of the path gets a part of it.",
    facts(design, deadline ? "serving.deadline" : `metrics.guardrails[${i}].metric`),
  );
}

export default [
  field("metrics.guardrails[*].target", (design, i) => latency(design, i) ?? errorRate(design, i)),
  field("metrics.guardrails[*].at", (design, i) => {
    const { requests } = design.requirements?.scale ?? {};
    return requests?.peak && design.metrics?.guardrails?.[i]
      ? value("peak", busiest, "It is measured under that load.", facts(design, "requirements.scale.requests.peak"))
      : undefined;
  }),
  field("metrics.offline[*].beats", (design, i) => {
    const kind = design.model?.baseline?.kind;
    if (!design.metrics?.offline?.[i] || design.metrics.offline[i].of) return undefined;
    const name = kind ?? (givesLists(design) ? "popularity" : undefined);
    return name === undefined
      ? undefined
      : value(
          name,
          kind ? "it is the baseline" : "a list of what is popular is what a list system must beat",
          "A model that does not beat it is not released.",
          facts(design, kind ? "model.baseline.kind" : "system"),
        );
  }),
  field("metrics.offline[*].by", (design, i) => {
    const one = design.metrics?.offline?.[i];
    return one?.beats === undefined
      ? undefined
      : value(
          "5% relative",
          "less than that rarely shows in an experiment, and does not pay for a model that must be kept alive",
          "The baseline is measured on the same later data, with an interval for the difference.",
          facts(design, `metrics.offline[${i}].beats`),
        );
  }),
  field("metrics.online[*].primary", (design, i) => {
    const online = design.metrics?.online ?? [];
    if (!online[i] || online.some(({ primary }) => primary)) return undefined;
    return value(
      i === 0,
      i === 0
        ? "it is named first, and exactly one metric decides"
        : "exactly one metric decides, and the first one does",
      "The experiment is sized for it.",
      facts(design, `metrics.online[${i}].metric`),
    );
  }),
  field("metrics.online[*].detect", (design, i) => {
    const baseline = design.metrics?.online?.[i]?.baseline;
    if (baseline?.kind !== "share") return undefined;
    const relative = baseline.share >= 0.1 ? "2% relative" : baseline.share >= 0.01 ? "5% relative" : "10% relative";
    return value(
      relative,
      `at a base of ${baseline.text} that is the smallest change that a site of ordinary size sees in weeks: the sample grows as (1 − p) / (p · change²)`,
      "Halving it makes the experiment four times as long.",
      facts(design, `metrics.online[${i}].baseline`),
    );
  }),
  field("metrics.online[*].per", (design, i) => {
    const unit = design.monitoring?.experiment?.unit;
    return unit && design.metrics?.online?.[i]
      ? value(
          unit,
          "it is counted per unit of the experiment, so that outcomes are independent",
          "One heavy user counts once.",
          facts(design, "monitoring.experiment.unit"),
        )
      : undefined;
  }),
  field("metrics.fairness", (design) => {
    const risk = stakes(design);
    return risk?.harm === "cheap"
      ? value(
          "the metrics of each slice are reported, and none may be 20% below the whole",
          `an error is cheap (${risk.how}), so groups are watched and not bounded`,
          "The report shows the worst slice first.",
          risk.facts,
        )
      : undefined;
  }),
  field("metrics.slices", (design) => {
    const entities = [
      ...new Set((design.data?.sources ?? []).flatMap(({ entities: found = {} }) => Object.keys(found))),
    ];
    if (entities.length === 0) return undefined;
    return value(
      entities.slice(0, 2).flatMap((entity) => [`new ${entity}`, `frequent ${entity}`]),
      "who is new and who is frequent differ most, for every entity of the sources",
      "Each slice is reported with its size; a small one gets a wide interval.",
      (design.data?.sources ?? []).flatMap((_, i) => facts(design, `data.sources[${i}].entities`)),
    );
  }),
  field("metrics.link", (design) => {
    const offline = design.metrics?.offline?.[0]?.metric;
    const online = design.metrics?.online?.findIndex(({ primary }) => primary) ?? -1;
    if (!offline || online < 0) return undefined;
    const positive = positiveShare(design);
    const { metric } = design.metrics!.online![online]!;
    return value(
      `${offline.text} rewards what happened under the old system; ${metric} counts what happens under the new one, and the experiment decides where they disagree`,
      "offline data cannot hold an outcome of something that was never shown",
      "Each experiment adds a pair of numbers, and after ten of them the link can be measured.",
      facts(design, "metrics.offline[0].metric", `metrics.online[${online}].metric`),
      positive?.facts ?? [],
    );
  }),
  field("metrics.offline[*].slices", (design, i) => {
    const cold = facts(design, "model.coldStart");
    return cold.length > 0 && design.metrics?.offline?.[i]
      ? value(
          ["never seen before", "seen before"],
          "those without history are answered in another way",
          "The mean cannot hide them.",
          cold,
        )
      : undefined;
  }),
  field("metrics.guardrails[*].definition", (design, i) => {
    const one = design.metrics?.guardrails?.[i];
    const target = latencyTarget(design);
    if (one?.metric?.name !== "latency" || !target) return undefined;
    return value(
      "from the first byte of the request to the last byte of the answer, fallbacks included, over 5 minutes",
      "a latency without its ends can mean anything",
      "The load generator measures exactly this.",
      target.facts,
    );
  }),
] as const;
