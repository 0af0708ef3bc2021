import { defineQuestions } from "../question.ts";
import { bounded, item, list, splitList } from "../read-answer.ts";
import type { Plain } from "../../../design/plain.ts";

/** `addRate 3.1%`: the KPI and its value today. */
function kpi(words: string): Plain {
  return splitList(words).map((part, i) => {
    const match = /^(.+?)[\s,:=]+(\d[\d.]*\s*%)$/.exec(part);
    return {
      metric: match?.[1] ?? part,
      ...(i === 0 ? { primary: true } : {}),
      ...(match ? { baseline: match[2]! } : {}),
    };
  });
}

export default defineQuestions([
  {
    path: "metrics.online",
    asks: "What is the primary KPI: the one number on people that an experiment decides on, and its value today?",
    why: "It says what success is. Everything measured offline only stands for it.",
    example: "fraudLossShare 0.12%",
    impact: 5,
    read: kpi,
  },
  {
    path: "metrics.online[0].detect",
    asks: "What is the smallest change of the KPI that must be seen?",
    why: "It decides how long the experiment runs: half the change takes four times as long.",
    example: "5% relative",
    impact: 3,
    when: ({ metrics }) => (metrics?.online?.length ?? 0) > 0,
  },
  {
    path: "metrics.guardrails",
    asks: "What must not get worse: latency at which percentile, errors, diversity, cost, good customers turned away?",
    why: "A gain that slows the page or hurts a group is a loss somewhere else.",
    example: "latency p99 <= 100ms, errorRate <= 0.1%",
    impact: 5,
    read: bounded((metric) => (/^(latency|errorRate)/.test(metric) ? { at: "peak" } : {})),
  },
  {
    path: "metrics.offline",
    asks: "Which metrics judge a model before release, and which bound must each keep?",
    why: "They gate every release. The wrong one lets a worse model through.",
    example: "averagePrecision >= 0.45, recall >= 0.80",
    impact: 4,
    read: bounded(),
  },
  {
    path: "metrics.offline[0].beats",
    asks: "Which simple baseline must it beat on the same later data?",
    why: "A number alone says nothing; a number beside the simplest thing that works does.",
    example: "rules",
    impact: 4,
    when: ({ metrics }) => (metrics?.offline?.length ?? 0) > 0,
  },
  {
    path: "metrics.link",
    asks: "Why should the offline metric move the KPI, and where would it not?",
    why: "Offline gains often vanish online: position, novelty, things the log never showed.",
    example: "Precision at the review budget stands for money saved; it cannot see new tricks.",
    impact: 4,
  },
  {
    path: "metrics.fairness",
    asks: "Between which groups is the result compared, on what, and which gap is accepted? (`groups : metric : <= gap`)",
    why: "An average hides the group it fails.",
    example: "new customers, old customers : falsePositiveRate : <= 1%",
    impact: 3,
    read: (words) => {
      const { groups, ...rest } = item(["groups", "metric", "gap"], /\s*:\s*/)(words) as Record<string, string>;
      return Object.keys(rest).length > 0 ? { groups: list(groups!), ...rest } : words.trim();
    },
  },
  {
    path: "metrics.slices",
    asks: "For which groups is every metric reported apart?",
    why: "New users, small markets and rare classes decide whether it can be rolled out.",
    example: "new users, small merchants, night",
    impact: 2,
    read: list,
  },
]);
