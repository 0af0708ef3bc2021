import { durationText } from "../../kit/quantity.ts";
import { experimentLength, type ExperimentPlan } from "../experiment/experiment-length.ts";
import { reviewStaffing } from "../ml/review-queue.ts";
import { lineOf } from "./data-components.ts";
import { derived, figure, type Figure } from "./figure.ts";
import { short } from "./model-components.ts";
import type { Sheet } from "./sheet.ts";
import type { ComponentFacts } from "./sized.ts";
import type { Traffic } from "./traffic.ts";

/** People who decide: how busy they are, and how many are needed to look at 90% of cases in time. */
export function reviewComponent(sheet: Sheet): ComponentFacts | undefined {
  const { review } = sheet.design.serving ?? {};
  if (!review) return undefined;
  const facts = { id: "review", name: "review queue", kind: "review queue", path: "serving.review" } as const;
  const { inflow, perCase, reviewers, answerWithin } = review;
  if (!inflow || !perCase)
    return sheet.lacks("staff of the review queue", `serving.review.${inflow ? "perCase" : "inflow"}`) ?? facts;
  const cases = sheet.stated(["serving", "review", "inflow"], inflow.perSecond, "/s");
  const seconds = sheet.stated(["serving", "review", "perCase"], perCase.seconds, "s");
  const busy = derived("people", [cases, seconds], (rate, each) => rate * each);
  const within = answerWithin?.seconds ?? 3600;
  const need = reviewStaffing({
    itemsPerHour: inflow.perSecond * 3600,
    handlingSeconds: perCase.seconds,
    share: 0.9,
    withinSeconds: within,
  });
  const needed = derived("people", [cases, seconds], () => need.reviewers);
  const stated =
    reviewers === undefined ? undefined : sheet.stated(["serving", "review", "reviewers"], reviewers, "people");
  return {
    ...facts,
    ...lineOf(cases),
    arrivalsPerSecond: cases,
    serviceSeconds: seconds,
    ...(stated && {
      servers: stated.value,
      utilisation: derived("share", [busy, stated], (work, people) => work / people),
    }),
    replicas: { ...(stated && { stated }), needed },
    grows: true,
    says: [
      `${short(busy.value)} people are busy all the time; ${needed.value} at work begin 90% of cases within ${answerWithin?.text ?? "1h (assumed)"}, around the clock`,
      `with breaks and absence ${need.scheduled} on each shift's rota`,
    ],
  };
}

/** How long the experiment must run, against what the design gives it. */
export function experimentComponent(sheet: Sheet, traffic: Traffic | undefined): ComponentFacts | undefined {
  const { experiment } = sheet.design.monitoring ?? {};
  const online = sheet.design.metrics?.online ?? [];
  const at = online.findIndex(({ primary }) => primary);
  if (!experiment) return undefined;
  const facts = { id: "experiment", name: "experiment", kind: "experiment", path: "monitoring.experiment" } as const;
  const measure = at < 0 ? undefined : measureOf(online[at]!);
  if (!measure)
    return (
      sheet.lacks(
        "length of the experiment",
        "baseline and detect of the primary online metric; a spread where it is no share",
      ) ?? facts
    );
  const { split, power, significance, looks, arms, unit, lasts } = experiment;
  const plan = experimentLength({
    measure,
    ...(power && { power: power.share }),
    ...(significance && { significance: significance.share }),
    ...(arms && { arms: arms - 1 }),
    ...(looks && looks > 1 && { looks: { rule: "obrienFleming", count: looks } }),
  });
  const uneven = split ? 1 / (4 * split.share * (1 - split.share)) : 1;
  const units = Math.ceil(plan.units * uneven);
  const line = sheet.stated(["metrics", "online", at, "detect"], 0, "");
  const count = figure(units, "units", line.from[0]!);
  const days = daysFor(sheet, traffic, unit, count);
  return {
    ...facts,
    ...lineOf(line),
    ...(days && { serviceSeconds: derived("s", [days], (each) => each * 86_400) }),
    says: [
      `${short(units)} units (${unit}) in all arms tell ${online[at]!.detect!.text} of ${online[at]!.metric}`,
      ...(days ? [lengthWords(days, lasts)] : []),
    ],
  };
}

type Online = NonNullable<NonNullable<Sheet["design"]["metrics"]>["online"]>[number];

function measureOf({ baseline, detect, spread }: Online): ExperimentPlan["measure"] | undefined {
  if (!baseline || !detect) return undefined;
  if (baseline.kind === "share") {
    const relative = detect.relative ? detect.share : detect.share / baseline.share;
    return baseline.share * (1 + relative) >= 1
      ? undefined
      : { kind: "share", baseline: baseline.share, detectRelative: relative };
  }
  const value = baseline.kind === "cost" ? baseline.usd : baseline.usdPerUnit;
  const deviation = spread?.kind === "cost" ? spread.usd : spread?.count;
  if (!deviation || !(value > 0)) return undefined;
  return { kind: "mean", deviation, difference: detect.relative ? value * detect.share : detect.share };
}

/** Requests are met as often as they come; people come again, and the same person counts once. */
function daysFor(sheet: Sheet, traffic: Traffic | undefined, unit: string, units: Figure): Figure | undefined {
  if (/request|query|search|impression|visit|session|page|question|offer/i.test(unit)) {
    if (!traffic) return sheet.lacks("days of the experiment", "requirements.scale.requests");
    return derived("d", [units, traffic.average], (count, rate) => count / (rate * 86_400));
  }
  const { users } = sheet.design.requirements?.scale ?? {};
  if (!users) return sheet.lacks("days of the experiment", `how many of ${unit} there are; requirements.scale.users`);
  const everybody = sheet.stated(["requirements", "scale", "users"], users.count, "users");
  const between = sheet.assume("days until half of the users have come", {
    value: 7,
    low: 1,
    high: 30,
    unit: "d",
    why: "the design does not say how often they come",
  });
  return derived("d", [units, everybody, between], (count, all, half) =>
    count >= all ? Infinity : -Math.log2(1 - count / all) * half,
  );
}

function lengthWords(days: Figure, lasts: { readonly text: string; readonly seconds: number } | undefined): string {
  if (days.value === Infinity) return "which is more than there are, so it can never be told";
  const range = days.low === days.high ? "" : ` (${dayText(days.low)} to ${dayText(days.high)})`;
  const needed = `they take ${dayText(days.value)}${range}`;
  if (!lasts) return `${needed}; the design does not say how long it lasts`;
  const fits = days.value * 86_400 <= lasts.seconds;
  return `${needed}, and it lasts ${lasts.text}: ${fits ? "enough" : `too short, give it ${Math.ceil(days.value / 7)}w or detect less`}`;
}

const dayText = (days: number): string => (days === Infinity ? "never" : durationText(Math.max(days * 86_400, 3600)));
