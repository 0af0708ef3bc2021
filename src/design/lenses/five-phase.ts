import { defineLens } from "./lens.ts";

export default defineLens({
  name: "five-phase",
  title: "Five phases",
  sentence: "Clarify, sketch, gather, model, watch: nothing is modelled before objective and scale are settled.",
  sections: [
    {
      title: "Clarification and objective",
      minutes: 9,
      about: "The problem, the one KPI, the guardrails and the scale.",
      opens: "What is the primary KPI, what must not get worse, and how many users, items and requests are there?",
      paths: [
        "title",
        "system",
        "stage",
        "notes",
        "requirements",
        "metrics.online",
        "metrics.guardrails",
        "metrics.fairness",
        "metrics.notes",
        "metrics.decisions",
        "allow",
      ],
    },
    {
      title: "High-level architecture",
      minutes: 10,
      about: "The graph of the system, and what is batch, streaming or on request.",
      opens: "Which components are there, on which layer, and what is made ahead of time?",
      paths: ["serving", "architecture", "organisation"],
    },
    {
      title: "Data and features",
      minutes: 10,
      about: "Signals, labels with their windows and biases, features by group.",
      opens: "Which signals say good and bad, when is a label known, and what could leak?",
      paths: ["data", "features"],
    },
    {
      title: "Modelling",
      minutes: 9,
      about: "Baseline first, more where it is justified, exploration, and judgement before release.",
      opens: "Which transparent baseline comes first, and what would a new policy do on logged decisions?",
      paths: ["model"],
    },
    {
      title: "Evaluation and monitoring",
      minutes: 7,
      about: "Offline metrics, the experiment, drift, latency, retraining.",
      opens: "Which metrics judge it offline, how is it tried on people, and what watches it afterwards?",
      paths: ["metrics", "monitoring", "decisions", "risks"],
    },
  ],
});
