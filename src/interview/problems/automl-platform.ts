import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "automl-platform",
  title: "An AutoML platform for a company",
  level: "staff",
  statement:
    "Analysts all over our company have tables and questions, and the few people who can build models have no time for them. We want analysts to get a good model by themselves, and to be able to use it. " +
    "Design the platform, from a table to predictions in production.",
  objective: "More useful models in production without more specialists, and none that does harm unnoticed.",
  data: "Tables of the warehouse with their history, past training runs with settings and results, requests to models that are live, and outcomes for some of them.",
  constraints: [
    "Tables with rows of numbers, categories, dates and short texts; images and sound come later.",
    "Analysts write SQL and no Python.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: usual.traffic,
      tells:
        "Models that are live answer 3,000 requests a second on average and 9,000 at the peak; most models are asked a few times a minute, ten of them take half of it.",
      quantity: { path: "requirements.scale.requests.peak", words: "9k/s" },
      secret: ["3,000 requests", "9,000"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...howMany("user|analyst|model|project|customer|tenant"),
        "how many .. model|search|experiment|job",
        "search|job|project .. day|week",
        "who are .. user",
      ],
      tells: "600 analysts in 45 teams, 120 searches a day, and 900 models live.",
      quantity: { path: "requirements.scale.models", words: "900" },
      secret: ["600 analysts", "45 teams", "120 searches", "900 models"],
    },
    {
      id: "tables",
      topic: "data-sources",
      asked: [
        "how big|large|wide .. table|dataset|data",
        "table|dataset size|big|large|look",
        "how many row|column|feature",
        "size of table|dataset|data",
        "what .. table|data|dataset look",
        "type|variety of data|table|problem|task",
        "which|what task|problem",
        "classification or|and|versus regression",
        "forecast*",
        "what|which data|table .. analyst|bring|look|come",
      ],
      tells:
        "A usual table has 200,000 rows and 80 columns, the largest 400 million rows. Six of ten questions are yes-or-no, three ask for a number, one for a forecast.",
      secret: ["200,000 rows", "400 million rows"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: usual.latency.filter((words) => !words.startsWith("how long")),
      tells: "Predictions of a live model take 60 ms at the 99th percentile; callers wait 200 ms.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 60ms" },
      secret: ["60 ms", "200 ms"],
    },
    {
      id: "search-time",
      topic: "model-search",
      asked: [
        "how long .. search|train|training|experiment|trial|job|model take",
        "how long .. analyst|people wait",
        "search|training|trial time|budget|duration|long",
        "time .. search|training",
        "how quickly|soon .. first|usable model",
        "trial per|in|each",
        "how many trial",
        "wait for .. model|result|search",
        "turnaround",
      ],
      tells:
        "An analyst should see a first usable model within 20 minutes and the end of the search by the next morning. People stop looking after about 60 trials.",
      secret: ["20 minutes", "60 trials"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "analyst .. define|choose|pick|provide .. target|label*",
        "leak*|leakage",
        "target .. quality|defined|chosen",
      ],
      tells:
        "Analysts pick a target column, and that is where it goes wrong: in one search of eight a column that is filled after the outcome gives the answer away.",
      secret: ["one search of eight", "filled after the outcome"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: usual.labelDelay,
      tells:
        "It depends on the question, from a day to half a year. Whether a model was worth it, meaning it is live and used, is known after 14 days.",
      quantity: { path: "data.labels[0].delay", words: "14d" },
      secret: ["half a year", "after 14 days"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [
        ...howRare("accepted|success|successful|live|useful|positive|used|deployed|production"),
        "how many .. fail|production|live|deployed",
      ],
      tells:
        "About 35% of searches end in a model that goes live. Among yes-or-no questions a third have fewer than one positive in twenty.",
      quantity: { path: "data.labels[0].balance", words: "35%" },
      secret: ["35%", "one positive in twenty"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: [
        ...usual.history.filter((words) => !words.includes("year")),
        "past|previous|old run|search|experiment|trial",
        "meta learning|data",
      ],
      tells: "Two years of past runs with settings and results. Warehouse tables are as of last night.",
      quantity: { path: "data.retention", words: "2y" },
      secret: ["two years of past", "as of last night"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "A model that looks better than it is costs a team about 4,000 dollars and its trust; a search that finds nothing some 25 dollars of machines. The worst is a model about people that treats a group unfairly and nobody looks.",
      secret: ["4,000 dollars", "25 dollars"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells:
        "Twelve specialists build about 40 models a year by hand, and analysts keep the rest in spreadsheets. A bought tool was tried and stopped: nobody could get its models into production.",
      secret: ["twelve specialists", "spreadsheets", "bought tool"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "who .. see|access|read .. table|data", "access control|right"],
      tells:
        "GDPR; an analyst may use only tables that the warehouse lets them read; and a model about credit or staff is high risk under the EU AI Act and needs a person's approval.",
      secret: ["ai act", "credit or staff"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: [...usual.budget, "gpu|cpu|accelerator|cluster", "quota"],
      tells:
        "90,000 dollars a month for searches and serving together. Each team gets a share and wants to see what it used.",
      quantity: { path: "requirements.constraints.budget", words: "90k $/month" },
      secret: ["90,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Twelve engineers with an on-call. A warehouse team owns the tables, and analysts own their models but are never on call.",
      quantity: { path: "requirements.constraints.team.engineers", words: "12" },
      secret: ["twelve engineers", "never on call"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.9% for predictions; searches may be late.",
      quantity: { path: "requirements.constraints.availability", words: "99.9%" },
      secret: ["99.9%"],
    },
  ],
  challenges: [
    {
      topic: "model-search",
      why: "Trials cost money, most are useless, and the best of many noisy results looks better than it is.",
    },
    { topic: "leakage", why: "Nobody who knows the traps looks at the table before it is trained on." },
    { topic: "multi-tenancy", why: "A few large searches can starve hundreds of small ones." },
    { topic: "performance-monitoring", why: "Hundreds of models have owners who cannot read a drift chart." },
  ],
  mustDiscuss: [
    "model-search",
    "leakage",
    "validation",
    "baseline",
    "multi-tenancy",
    "training-pipeline",
    "hyperparameters",
    "overfitting",
    "data-quality",
    "experiment-tracking",
    "model-registry",
    "multi-model-serving",
    "training-serving-skew",
    "cost-limit",
    "performance-monitoring",
    "interpretability",
    "fairness",
    "build-or-buy",
    "organisation",
    "rollout",
  ],
  change: {
    says: "Customers outside the company shall get the platform too, as a paid service, with their own data and in the next half year. What has to be different?",
    topics: ["multi-tenancy", "security", "privacy-and-compliance", "cost-limit", "build-or-buy"],
    changes: [{ path: "requirements.scale.requests.peak", words: "30k/s" }],
  },
  drills: [
    {
      drill: "hot-key",
      says: "One team starts hundreds of searches in an evening. When do the others get their turn?",
    },
    {
      drill: "upstream-schema-change",
      says: "A warehouse table loses a column that many live models read. What do their callers get tomorrow morning?",
    },
    {
      drill: "model-server-down",
      says: "The hosts that answer for all small models are out of reach. What do callers see?",
    },
    {
      drill: "labels-30-days-late",
      says: "Outcomes of one team stop for a month. What do your gates and its owner believe?",
    },
  ],
  reference: "automl-platform",
});
