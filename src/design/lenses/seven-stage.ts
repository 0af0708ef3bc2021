import { defineLens } from "./lens.ts";

export default defineLens({
  name: "seven-stage",
  title: "Seven stages",
  sentence: "The order in which a design is written: each stage rests on the one before it.",
  sections: [
    {
      title: "Requirements",
      minutes: 5,
      about: "Why it is built, for whom, at what scale, and what limits the answer.",
      opens:
        "Who is served, which business number moves, how fast and how often must it answer, and what must never happen?",
      paths: ["title", "system", "stage", "notes", "requirements", "organisation", "allow"],
    },
    {
      title: "Metrics",
      minutes: 3,
      about: "What is measured before release, on people, and what must not get worse.",
      opens: "Which number before release stands for which number on people, and where do the two part?",
      paths: ["metrics"],
    },
    {
      title: "Data",
      minutes: 7,
      about: "Where facts and labels come from, how fresh, how rare, how wrong, and what they cost.",
      opens: "Where do labels come from, when do they arrive, how rare are they, and who checks the data?",
      paths: ["data"],
    },
    {
      title: "Features",
      minutes: 5,
      about: "What the model sees, made ahead of time or on request, the same in training and serving.",
      opens: "Which features are made ahead of time, which on request, and how do both sides stay equal?",
      paths: ["features"],
    },
    {
      title: "Model",
      minutes: 8,
      about: "The simplest thing that could work, and what justifies more.",
      opens: "What is the baseline, where does it fail, and what does the next level buy?",
      paths: ["model"],
    },
    {
      title: "Serving",
      minutes: 8,
      about: "How an answer is made in time, what it costs, and what answers when a part fails.",
      opens: "What happens between request and answer, in how many milliseconds, and what if the model is down?",
      paths: ["serving", "architecture"],
    },
    {
      title: "Monitoring",
      minutes: 5,
      about: "How it is noticed that it got worse, and how it gets better.",
      opens: "What fires when it gets worse, who answers, and how does what happens flow back into training?",
      paths: ["monitoring"],
    },
    {
      title: "Decisions and risks",
      minutes: 4,
      about: "What was chosen over what, and what could still go wrong.",
      opens: "Which decision would you defend hardest, and which risk worries you most?",
      paths: ["decisions", "risks"],
    },
  ],
});
