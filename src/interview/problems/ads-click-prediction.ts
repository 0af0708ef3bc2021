import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "ads-click-prediction",
  title: "Sponsored listings beside search results",
  level: "senior",
  statement:
    "Our marketplace shows sponsored listings beside its results and is paid when somebody clicks. Today the places go to whoever bids most, people skip them, and small sellers never get one. " +
    "Design the system that chooses the ads, their order and what a click costs.",
  objective: "More clicks that people stay for and more revenue per page, without making pages worse.",
  data: "Ads with bids and budgets, what was shown where, clicks with the time spent after them, orders, and the page or query of each request.",
  constraints: [
    "A click is paid for, an impression is not.",
    "Making ads, billing and ads on other sites are out of scope.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "page|impression|ad request .. second|minute|day", "how many page|impression"],
      tells:
        "300 pages a second on average and 900 a second at the peak, with up to two places each. Traffic doubles within a year.",
      quantity: { path: "requirements.scale.requests.peak", words: "900/s" },
      secret: ["300 pages", "900 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...usual.things,
        ...howMany("ad|advertiser|campaign|seller|user|customer|person"),
        "new ad .. day",
        "how old|long .. ad|campaign live|last|run",
      ],
      tells: "60,000 live ads, half of them younger than 20 days, and 25 million people.",
      quantity: { path: "requirements.scale.items", words: "60k" },
      secret: ["60,000 live", "25 million"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: usual.latency,
      tells: "60 ms at the 99th percentile; after 80 ms the page is drawn without ads.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 60ms" },
      secret: ["60 ms", "80 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "click or|and|versus conversion|purchase",
        "invalid|bot|robot|fraudulent click|traffic",
        "click fraud",
      ],
      tells:
        "Clicks within 30 minutes, after a filter for robots and repeated clicks; about 2% of what is left is still wrong. Staying ten seconds on the page is a second label.",
      secret: ["30 minutes", "ten seconds"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|late .. click|conversion|order", "how long after .. wait|click"],
      tells:
        "Nine in ten clicks are there after three minutes. Orders follow over days, but the price depends on clicks alone.",
      quantity: { path: "data.labels[0].delay", words: "3m" },
      secret: ["three minutes"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [...howRare("click|clicked|positive|clicking"), "ctr", "click through? rate"],
      tells: "1.2% of impressions are clicked, and three in four of those clicks are followed by reading.",
      quantity: { path: "data.labels[0].balance", words: "1.2%" },
      secret: ["1.2%", "three in four"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells: "400 days of impressions and clicks, about 46 million rows a day. They arrive within 20 seconds.",
      quantity: { path: "data.sources[0].retention", words: "400d" },
      secret: ["400 days", "46 million", "20 seconds"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [
        ...usual.errorCosts,
        "how accurate|calibrated|exact .. be|probability|score",
        "overcharge|overcharged|undercharge",
      ],
      tells:
        "The score multiplies money: if it is 2% too high, everybody behind the winner is charged 2% too much. A wasted place costs about a third of a cent.",
      secret: ["2% too high", "third of a cent"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "Ads are ordered by bid times the seller's click rate of the last 30 days.",
      secret: ["bid times"],
    },
    {
      id: "auction",
      topic: "auction",
      asked: [
        "auction",
        "first or|and|versus second price",
        "pricing|payment model|scheme|rule",
        "how .. charge|charged|pay|priced|billed",
        "reserve|floor|minimum price|bid",
        "who set|bid",
        "how often .. bid|budget change",
        "daily|advertiser|campaign|seller budget",
        "pacing|overspend",
      ],
      tells:
        "It is yours to choose. Sellers bid by hand and change bids about once a week; a click costs 22 cents on average; each campaign has a daily budget, and spending above it is given back.",
      secret: ["22 cents", "once a week"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "minor|children|kid"],
      tells:
        "Four people in five consent to personal ads; for the others only page and query may be used. Nothing about health, belief or origin, no profiles of minors, and stricter rules for credit, job and housing ads.",
      secret: ["four people in five", "credit, job and housing"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: [
        "budget .. run|running|system|infrastructure|machine",
        "machine|infra|infrastructure|compute|cloud|operating|hardware|our|monthly budget|cost",
        "how much .. cost to|per|run",
        "cost limit|cap|constraint|ceiling|target",
        "cost per|of prediction|request|query|serving|running",
        "afford",
        "what can|may it|we cost|afford|spend",
        "how expensive|cheap can|may|should",
      ],
      tells: "8,000 dollars a month for machines.",
      quantity: { path: "requirements.constraints.budget", words: "8k $/month" },
      secret: ["8,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells: "Seven engineers with an on-call; search gives us query and page, billing keeps the budgets.",
      quantity: { path: "requirements.constraints.team.engineers", words: "7" },
      secret: ["seven engineers"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.9%. A page without ads is fine for people, and costs us its revenue.",
      quantity: { path: "requirements.constraints.availability", words: "99.9%" },
      secret: ["99.9%"],
    },
  ],
  challenges: [
    { topic: "calibration", why: "The score is multiplied with a bid, so its level matters as much as its order." },
    {
      topic: "cold-start",
      why: "Ads live for weeks, so many of them have no clicks of their own when they are ranked.",
    },
    {
      topic: "multi-objective",
      why: "Revenue now, trust of people later and fairness to small sellers are not one number.",
    },
    {
      topic: "feature-engineering",
      why: "What matters lies in crossings of person, ad and query, which are many and sparse.",
    },
  ],
  mustDiscuss: [
    "calibration",
    "auction",
    "retrieval-and-ranking",
    "feature-engineering",
    "online-metrics",
    "class-imbalance",
    "exploration",
    "cold-start",
    "data-bias",
    "labels",
    "multi-objective",
    "bid-and-pacing",
    "latency-budget",
    "online-learning",
    "ab-test",
    "drift",
    "fallback",
  ],
  change: {
    says: "Sellers ask to pay per order instead of per click, and half of them will switch next quarter. What follows for your models and your auction?",
    topics: ["label-delay", "attribution", "calibration", "class-imbalance", "auction"],
    changes: [{ path: "data.labels[0].delay", words: "2d" }],
  },
  drills: [
    {
      drill: "bad-release",
      says: "A release predicts twice too high for one kind of device. Who pays for it, and for how long?",
    },
    {
      drill: "feature-store-down",
      says: "Features of people are not to be had for a quarter of an hour. Which ads win?",
    },
    { drill: "slow-dependency", says: "The store answers, but ten times slower than usual. What does the page do?" },
    {
      drill: "new-regulation",
      says: "From the spring, consent must be asked again and half of the people say no. What is left?",
    },
  ],
  reference: "ads-click-prediction",
});
