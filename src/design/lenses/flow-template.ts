import { defineLens } from "./lens.ts";

export default defineLens({
  name: "flow-template",
  title: "Flow template",
  sentence: "Eight sections from the use case to feedback, as product documents are often written.",
  sections: [
    {
      title: "Problem formulation",
      minutes: 6,
      about: "Use case, objective, constraints, assumptions.",
      opens:
        "What is the use case, which outcome is optimised, and what is assumed about people, languages and devices?",
      paths: ["title", "system", "stage", "notes", "requirements", "allow"],
    },
    {
      title: "Success metrics",
      minutes: 4,
      about: "Offline and online metrics, and how they are tied.",
      opens: "Which metric is read offline, which online, and at which percentile is latency held?",
      paths: ["metrics"],
    },
    {
      title: "System architecture",
      minutes: 7,
      about: "Client, inference service, fallbacks.",
      opens: "What runs at the client, what does the service return, and what answers when it does not?",
      paths: ["architecture", "serving", "organisation"],
    },
    {
      title: "Data and labelling",
      minutes: 7,
      about: "Sources, label strategy, augmentation.",
      opens: "Where does data come from, what is a label, and how is thin or noisy data handled?",
      paths: ["data"],
    },
    {
      title: "Features",
      minutes: 5,
      about: "User, item, context and interaction features.",
      opens: "What is known about the person, the item, the moment, and what they did together?",
      paths: ["features"],
    },
    {
      title: "Model design",
      minutes: 6,
      about: "Objective, kind of model, form in which it is served, training.",
      opens: "Is it classification, ranking or generation, with which loss, and how is it retrained?",
      paths: ["model", "serving.quantisation", "serving.onDevice"],
    },
    {
      title: "Prediction and ranking",
      minutes: 5,
      about: "How scores become an answer: thresholds, re-ranking, diversity, caches.",
      opens: "How are scores computed, re-ranked, diversified, cut off and cached?",
      paths: [
        "model.rank",
        "model.rerank",
        "model.decide",
        "model.auction",
        "model.explore",
        "model.calibration",
        "serving.cache",
        "serving.precompute",
        "serving.guard",
      ],
    },
    {
      title: "Feedback, monitoring and deployment",
      minutes: 5,
      about: "What people do with the answers, what is watched, how releases happen.",
      opens: "What feedback is logged, what is watched, and what rolls a release back?",
      paths: ["monitoring", "serving.rollout", "serving.flags", "serving.review", "decisions", "risks"],
    },
  ],
});
