import { defineQuestions } from "../question.ts";
import { item, items, list, splitList } from "../read-answer.ts";

export default defineQuestions([
  {
    path: "monitoring.drift",
    asks: "Which drift is watched, and where does the alarm fire? (`features psi > 0.2, scores psi > 0.2`)",
    why: "Inputs change long before labels show it.",
    example: "features psi > 0.2, scores psi > 0.2",
    impact: 4,
    read: (words) =>
      splitList(words).map((part) => {
        const [of = "", test = "psi", ...alarm] = part.split(/\s+/);
        return { of, test, alarm: alarm.join(" ") || "> 0.2" };
      }),
  },
  {
    path: "monitoring.decay",
    asks: "Which metric shows that the model has become worse, and where does the alarm fire? (`recall : 10% below launch`)",
    why: "Every model decays; the question is who notices first.",
    example: "recall : 10% below launch",
    impact: 4,
    read: item(["metric", "alarm"], /\s*:\s*/),
  },
  {
    path: "monitoring.quality",
    asks: "What is watched of the data that comes in? (`missing prices : > 2%`)",
    why: "A pipeline that stops is silent; a threshold is not.",
    example: "rows per hour : below half of last week, missing amounts : > 1%",
    impact: 3,
    read: items(["what", "alarm"], /\s*:\s*/),
  },
  {
    path: "monitoring.alarms",
    asks: "Which alarms are there: when do they fire, who answers, what do they do first? (`name : when : owner : action`)",
    why: "“We will monitor it” is not monitoring; a threshold, an owner and an action are.",
    example: "score drift : psi > 0.2 for 1h : payments on-call : switch to rules",
    impact: 4,
    read: items(["alarm", "when", "owner", "action"], /\s*:\s*/),
  },
  {
    path: "monitoring.experiment",
    asks: "What is assigned to an arm, and what share gets the new model? (`user : 50%`)",
    why: "The unit of assignment must be the unit that decides, or arms leak into each other.",
    example: "user : 50%",
    impact: 4,
    read: item(["unit", "split"], /\s*:\s*/),
  },
  {
    path: "monitoring.experiment.lasts",
    asks: "How long does the experiment run?",
    why: "Too short and it cannot see the effect; less than a week and it sees Mondays.",
    example: "14d",
    impact: 3,
    when: ({ monitoring }) => monitoring?.experiment !== undefined,
  },
  {
    path: "monitoring.experiment.novelty",
    asks: "How is the effect of mere newness told apart?",
    why: "People click what is new; in two weeks they do not.",
    example: "the first week is left out",
    impact: 1,
    when: ({ monitoring }) => monitoring?.experiment !== undefined,
  },
  {
    path: "monitoring.retrain",
    asks: "What starts a retraining: a schedule, drift, new labels? (`1d, drift`)",
    why: "Too seldom and it decays; too often and nobody looks at what goes live.",
    example: "7d, drift",
    impact: 4,
    read: (words) =>
      splitList(words).map((part) => (/^\d/.test(part) ? { every: part } : { on: part.replace(/^on\s+/, "") })),
  },
  {
    path: "monitoring.feedback",
    asks: "What is logged of each decision, and when are outcomes joined to it? (`every decision : 30d`)",
    why: "Without candidates, features, propensity and version in the log nothing can be learned from it.",
    example: "every decision : 30d",
    impact: 4,
    read: item(["log", "joinLabelsAfter"], /\s*:\s*/),
  },
  {
    path: "monitoring.feedback.loop",
    asks: "How do the model's own decisions shape its data, and what is done about it?",
    why: "What is blocked or never shown gives no label; the model confirms itself.",
    example: "1% of blocked cases are let through and watched",
    impact: 3,
    when: ({ monitoring }) => monitoring?.feedback !== undefined,
  },
  {
    path: "monitoring.labels",
    asks: "How do labels keep coming after launch?",
    why: "A model that works changes its own labels: fewer complaints, fewer reviews.",
    example: "disputes daily, 200 random cases a week to reviewers",
    impact: 2,
  },
  {
    path: "monitoring.slices",
    asks: "Which groups are watched apart after launch?",
    why: "Drift begins somewhere, not everywhere.",
    example: "country, new users, device",
    impact: 2,
    read: list,
  },
  {
    path: "monitoring.runbook",
    asks: "When accuracy suddenly drops, how is it debugged? (`what is seen : what is done`)",
    why: "The order of looking is worth more than any dashboard: data first, then features, then model.",
    example: "precision fell : check sources, compare features with training, roll back, then look at the model",
    impact: 3,
    read: items(["when", "do"], /\s*:\s*/),
  },
  {
    path: "monitoring.audit",
    asks: "What is kept so that a decision can be explained a year later?",
    why: "Regulators and customers ask late.",
    example: "decision, features, scores, versions, reasons for 400 days",
    impact: 2,
    systems: ["fraud", "moderation", "pricing", "perception"],
  },
  {
    path: "monitoring.owner",
    asks: "Who answers for it?",
    why: "What everybody owns nobody mends.",
    example: "payments ML on-call",
    impact: 4,
  },
]);
