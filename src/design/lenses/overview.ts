import { defineLens } from "./lens.ts";

export default defineLens({
  name: "overview",
  title: "Overview",
  sentence: "Problem, data, model, serving, monitoring: the shortest complete account.",
  sections: [
    {
      title: "Problem definition",
      minutes: 5,
      about: "What is solved, whether ML is right for it, and how success is measured.",
      opens:
        "Is machine learning the right tool, what is the impact, and how do business and model metrics hang together?",
      paths: ["title", "system", "stage", "notes", "requirements", "metrics", "allow"],
    },
    {
      title: "Data",
      minutes: 12,
      about: "Sources, quality, features.",
      opens: "What is there, how much, how fast, how clean, and which features follow from it?",
      paths: ["data", "features"],
    },
    {
      title: "Model",
      minutes: 11,
      about: "Selection, training, evaluation.",
      opens: "What is the simple baseline, what is more complexity worth, and how is it trained and judged?",
      paths: ["model"],
    },
    {
      title: "Serving",
      minutes: 11,
      about: "When predictions are made, on what, and how releases happen.",
      opens: "On request or in batches, on which platform, with which caches, canaries and flags?",
      paths: ["serving", "architecture"],
    },
    {
      title: "Monitoring",
      minutes: 6,
      about: "The model, the data, and the way back into training.",
      opens: "How are predictions, inputs and outcomes watched, and what starts a retraining?",
      paths: ["monitoring", "organisation", "decisions", "risks"],
    },
  ],
});
