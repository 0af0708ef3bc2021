import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "multi-model-serving",
  title: "A serving platform for the models of many teams",
  level: "staff",
  statement:
    "Many teams in our company put models into production, each on servers of its own. It takes weeks until a trained model is live, machines stand idle, and faults are found by customers. " +
    "Design the platform that serves all of them.",
  objective: "A trained model is live in days, keeps its promises without its own team, and costs less to run.",
  data: "Load curves of existing models, a log of predictions, outcomes for part of them, a list of models with owners and versions, and a calendar of campaigns.",
  constraints: [
    "Whether a model is right for its purpose stays with its team.",
    "Labelling, notebooks and large language models are out of scope.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: usual.traffic,
      tells:
        "25,000 requests a second on average and 70,000 at the peak, about six rows in each. Ten times that in three years.",
      quantity: { path: "requirements.scale.requests.peak", words: "70k/s" },
      secret: ["25,000 requests", "70,000"],
    },
    {
      id: "models",
      topic: "multi-model-serving",
      asked: [
        ...howMany("model|version"),
        "model type|size|framework|mix",
        "which framework|language",
        "model .. big|large|look",
        "gpu|cpu|accelerator",
        "release .. day|week|often",
        "how often do|does .. release|deploy|ship",
        "what|which type .. model",
        "how heterogeneous|diverse|different",
      ],
      tells:
        "220 models of 40 teams, from small trees to deep models; about one request in twelve needs an accelerator. Some 70 releases a day. Training is in Python, callers use any language.",
      quantity: { path: "requirements.scale.models", words: "220" },
      secret: ["220 models", "40 teams", "70 releases"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [...usual.latency, "same .. for all|every|each model|team", "tier"],
      tells: "It differs: 60 models need 50 ms at the 99th percentile, 130 live with 200 ms, and 30 run as batch.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 50ms" },
      secret: ["50 ms", "200 ms", "60 models"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "outcome .. have|known|available|get|reach|model",
        "how .. know .. model|release good|healthy|bad|broken",
      ],
      tells:
        "Outcomes come back to us for 70% of the models, with an owner who states the usual delay. For the health of a release we have what teams took back and why.",
      secret: ["70% of the models"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: usual.labelDelay,
      tells: "From a minute to 90 days, depending on the team; a release counts as healthy after seven days.",
      quantity: { path: "data.labels[1].delay", words: "7d" },
      secret: ["to 90 days", "after seven days"],
    },
    {
      id: "release-failures",
      topic: "rollback",
      asked: [...howRare("rollback|broken|taken|bad|positive"), "how many release .. fail|bad|back", "change failure"],
      tells: "6% of releases are taken back.",
      quantity: { path: "metrics.online[1].baseline", words: "6%" },
      secret: ["6% of releases"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: [...usual.history, "how many|much feature", "log .. prediction|kept|keep|everything"],
      tells:
        "Predictions are kept for 30 days, more than a terabyte a day, load and outcomes for 400 days. Feature updates are visible after 2 seconds; there are 3,400 features.",
      quantity: { path: "data.sources[0].retention", words: "30d" },
      secret: ["400 days", "3,400 features", "terabyte"],
    },
    {
      id: "warm-up",
      topic: "capacity",
      asked: [
        "warm up|start|load",
        "how long|fast|quick|quickly .. start|load|scale|warm|boot|provision",
        "cold start",
        "autoscal*",
        "scaling time|speed",
        "utilis*|utiliz*",
        "idle",
      ],
      tells:
        "A copy on CPU is warm after 45 seconds, one on an accelerator after four minutes. Machines of today are 18% used.",
      secret: ["45 seconds", "four minutes", "18% used"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "Late answers cost about 40 dollars a minute; an idle copy 0.30 dollars an hour on CPU and 2 on an accelerator. The worst is one release of the platform that breaks all models.",
      secret: ["40 dollars", "0.30 dollars"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells:
        "31 kinds of home-made servers, with copies set by hand for the highest peak of the year. A trained model waits six weeks.",
      secret: ["31 kinds", "six weeks"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "isolat*", "team .. see|read|access .. other|data|feature"],
      tells:
        "GDPR; a team reads only its own features and logs unless the owner agrees; and models of high risk under the EU AI Act need records, logs and human oversight.",
      secret: ["ai act", "unless the owner agrees"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "300,000 dollars a month at most; the machines of all teams cost 460,000 today.",
      quantity: { path: "requirements.constraints.budget", words: "300k $/month" },
      secret: ["300,000 dollars", "460,000"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Fourteen engineers on the platform with an on-call; teams stay on call for their own models. A data platform team owns streams and tables.",
      quantity: { path: "requirements.constraints.team.engineers", words: "14" },
      secret: ["fourteen engineers"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells:
        "99.95% for the fast tier, counted per model and month. Every model must have something that answers without us.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%", "fast tier"],
    },
  ],
  challenges: [
    {
      topic: "multi-model-serving",
      why: "Models that share machines share trouble: memory, queues and bursts of a neighbour.",
    },
    {
      topic: "organisation",
      why: "A platform that teams do not want to move to serves nobody, and moving takes years.",
    },
    { topic: "capacity", why: "Hundreds of load curves differ, and a large model needs minutes to become warm." },
    {
      topic: "training-serving-skew",
      why: "Many teams compute the same thing twice, once for training and once for callers.",
    },
  ],
  mustDiscuss: [
    "multi-model-serving",
    "multi-tenancy",
    "capacity",
    "serving-infrastructure",
    "model-registry",
    "rollout",
    "rollback",
    "feature-store",
    "training-serving-skew",
    "latency-budget",
    "fallback",
    "cost-optimisation",
    "performance-monitoring",
    "alerting",
    "organisation",
    "build-or-buy",
    "technical-debt",
    "availability",
  ],
  change: {
    says: "The company buys another one with sixty models on machines of a different cloud, and wants them on your platform by the end of the year. What changes?",
    topics: ["organisation", "multi-tenancy", "capacity", "build-or-buy", "serving-infrastructure"],
    changes: [{ path: "requirements.scale.models", words: "280" }],
  },
  drills: [
    {
      drill: "hot-key",
      says: "One team starts a campaign, and its model takes most of a shared pool. What do its neighbours notice?",
    },
    { drill: "bad-release", says: "Your own platform release is bad. How many models feel it before it stops?" },
    {
      drill: "feature-store-down",
      says: "The online store is away for ten minutes. Which models still answer, and with what?",
    },
    { drill: "region-lost", says: "A zone with a third of the accelerators is gone. Who gets the rest?" },
    {
      drill: "traffic-10x",
      says: "Callers retry all at once after a short fault, ten times the usual load. What holds it?",
    },
  ],
  reference: "multi-model-platform",
});
