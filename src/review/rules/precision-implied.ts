import type { Design } from "../../design/design.ts";
import { impliedPrecision } from "../arithmetic/implied-precision.ts";
import { percentText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule, type Found } from "../rule.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "precision-implied",
  stage: "metrics",
  kind: "arithmetic",
  severity: "flaw",
  why: "Where positives are rare, a small rate of false alarms outnumbers them, so the people behind the alarms drown.",
  source: "Axelsson, The Base-Rate Fallacy and the Difficulty of Intrusion Detection (2000), doi:10.1145/357830.357849",
  asks: "Three cases in a thousand are positive. You find 95% of them with 3% false alarms. How many of your alarms are right?",
  bad: (sound) => edited(sound, { "data.labels[fraud].balance": "0.05%" }),
  *check(view) {
    const label = onlyBalance(view.design);
    if (!label) return;
    for (const group of groupsOf(view.design)) {
      const found = disagreement(view, label, group);
      if (found) yield found;
    }
  },
});

interface Stated {
  readonly share: number;
  readonly at: readonly (string | number)[];
}
type Group = Readonly<Record<string, Stated>>;

function onlyBalance({ data }: Design): Stated | undefined {
  const stated = (data?.labels ?? []).flatMap(({ balance }, i) =>
    balance ? [{ share: balance.share, at: ["data", "labels", i, "balance"] }] : [],
  );
  return stated.length === 1 ? stated[0] : undefined;
}

/** Targets of metrics without a cut-off, by what they are measured on; a bound on false alarms may be a guardrail. */
function groupsOf({ metrics }: Design): Group[] {
  const groups = new Map<string, Record<string, Stated>>();
  for (const list of ["offline", "guardrails"] as const)
    for (const [i, { metric, of, target, ...rest }] of (metrics?.[list] ?? []).entries()) {
      if (metric.cutoff !== undefined || target?.quantity.kind !== "share") continue;
      const key = JSON.stringify([of, "on" in rest ? rest.on : undefined]);
      const group = groups.get(key) ?? {};
      group[metric.name] ??= { share: target.quantity.share, at: ["metrics", list, i, "target"] };
      groups.set(key, group);
    }
  return [...groups.values()];
}

/** Half a point in the last digit that people write. */
const rounding = 0.98;

function disagreement({ written }: View, label: Stated, group: Group): Found | undefined {
  const { recall, precision, falsePositiveRate: alarms } = group;
  if (!recall || !precision || !alarms) return undefined;
  const implied = impliedPrecision(label.share, recall.share, alarms.share);
  if (implied >= precision.share * rounding) return undefined;
  const [share, caught, wrong] = [label.share, recall.share, alarms.share].map(percentText);
  const allowed = (label.share * recall.share * (1 - precision.share)) / (precision.share * (1 - label.share));
  return {
    at: precision.at,
    found: `Precision ${written(precision.at)} is asked for, and the other numbers give ${percentText(implied)}.`,
    clears: `hold false positives at ${percentText(allowed)} or below, or ask for a precision of ${percentText(implied)}`,
    working: {
      inputs: [
        { name: "share of positives", value: share!, at: label.at },
        { name: "recall", value: caught!, at: recall.at },
        { name: "false positives", value: wrong!, at: alarms.at },
      ],
      sum: `${share} × ${caught} ÷ (${share} × ${caught} + ${percentText(1 - label.share)} × ${wrong})`,
      result: percentText(implied),
    },
    fix: [{ set: precision.at, to: `>= ${Math.floor(implied * 1000) / 10}%` }],
  };
}
