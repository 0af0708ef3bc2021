import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "recommendation-engine",
  title: "Recommendations on a marketplace's home page",
  level: "junior",
  statement:
    "We run a marketplace for second-hand and handmade things. Most people who open the home page leave it without looking at anything. " +
    "Design the system that decides what they see there.",
  objective: "More visitors find and buy something they were not searching for, and new sellers make their first sale.",
  data: "What was shown to whom, what people opened, saved, messaged about and bought, and the listings themselves: text, photos, price, category, rough place.",
  constraints: [
    "Nearly every listing exists once, so a thing that has been sold is gone.",
    "It covers the home page on the web and on phones; search and paid places are somebody else's.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "page|pageview .. second|day", "how many page|pageview"],
      tells:
        "About 50 home pages a second over a usual day, and 200 a second in the busiest minute. We expect three times that in two years.",
      quantity: { path: "requirements.scale.requests.peak", words: "200/s" },
      secret: ["200 a second", "50 home pages"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...usual.things,
        ...howMany("user|visitor|buyer|customer|item|listing|product"),
        "new listing .. day",
      ],
      tells:
        "Six million visitors a month, and four million live listings. About 200,000 listings come in every day, and half of the stock turns over within two weeks.",
      quantity: { path: "requirements.scale.items", words: "4M" },
      secret: ["six million", "four million", "200,000"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: usual.latency,
      tells:
        "The page has to be chosen within 120 ms for 99 of 100 requests, at the peak too. After 300 ms the app stops waiting.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 120ms" },
      secret: ["120 ms", "300 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [...usual.labelSource, "implicit or|explicit", "rating|star .. have|collect", "have .. rating|star"],
      tells:
        "Nobody rates anything. We have what people do: a view of a listing, a save, a message, a purchase, each with the page and the place on it.",
      secret: ["nobody rates"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long .. buy|purchase", "when .. purchase|buy"],
      tells:
        "Views come within ten minutes. A purchase counts for three days after the listing was seen, and nine in ten are known after two.",
      quantity: { path: "data.labels[1].delay", words: "2d" },
      secret: ["ten minutes", "nine in ten"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: howRare("click|clicked|purchase|bought|buy|positive|convert|conversion"),
      tells: "Of what is shown, 2.5% is opened and one in ten thousand is bought.",
      quantity: { path: "data.labels[0].balance", words: "2.5%" },
      secret: ["2.5%", "one in ten thousand"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells:
        "Impressions are kept for 90 days and actions for 400. Actions reach us about 30 seconds after they happen, impressions within a minute.",
      quantity: { path: "data.retention", words: "400d" },
      secret: ["90 days", "30 seconds"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [...usual.errorCosts, "sold|removed listing .. shown|appear|happen", "show .. sold|removed"],
      tells:
        "A dull listing costs one place on one page. The bad one is showing something that is already sold on top; and a good listing of a small seller that nobody ever sees.",
      secret: ["already sold"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells:
        "Newest first within the visitor's region, with a hand-kept list of seasonal categories on top. It is also what we would compare with.",
      secret: ["newest first", "hand-kept"],
    },
    {
      id: "success",
      topic: "business-objective",
      asked: [
        "business metric|goal|objective|outcome|impact|kpi",
        "kpi",
        "success",
        "north star|primary metric",
        "how much .. worth",
        "what .. worth|optimise|optimize|optimising|optimizing",
        "revenue or|versus|vs engagement",
      ],
      tells:
        "We count people who buy something within three days of seeing it on the home page: 4% today. Three percent more of them is worth about 90,000 dollars a month.",
      quantity: { path: "metrics.online[0].baseline", words: "4.0%" },
      secret: ["4% today", "90,000 dollars"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation],
      tells:
        "GDPR applies; we may not use a place finer than a postal area, and erasure has to reach everything within 30 days. We also have to explain the main parameters of the ranking to sellers and visitors.",
      quantity: { path: "data.erasure.within", words: "30d" },
      secret: ["postal area", "within 30 days"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "8,000 dollars a month for everything that runs.",
      quantity: { path: "requirements.constraints.budget", words: "8k $/month" },
      secret: ["8,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells: "Six engineers, who are also on call. Events come from a tracking team and stock from the listing team.",
      quantity: { path: "requirements.constraints.team.engineers", words: "6" },
      secret: ["six engineers"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.9%. An empty home page is worse than a dull one.",
      quantity: { path: "requirements.constraints.availability", words: "99.9%" },
      secret: ["99.9%"],
    },
  ],
  challenges: [
    { topic: "cold-start", why: "Half of the stock is days old, so most listings have no history when they matter." },
    { topic: "data-bias", why: "People can only click what they were shown, and they click what stands on top." },
    {
      topic: "multi-objective",
      why: "Clicks, purchases and the first sale of new sellers pull in different directions.",
    },
  ],
  mustDiscuss: [
    "retrieval-and-ranking",
    "exploration",
    "cold-start",
    "data-bias",
    "multi-objective",
    "embeddings",
    "labels",
    "offline-metrics",
    "online-metrics",
    "baseline",
    "diversity",
    "feature-freshness",
    "fallback",
    "ab-test",
    "drift",
  ],
  change: {
    says: "A change from the product side: the same page will now carry an evening show, and for half an hour every day five times as many people open it at once. What changes in your design?",
    topics: ["capacity", "caching", "latency-budget", "fallback", "cost-optimisation"],
    changes: [{ path: "requirements.scale.requests.peak", words: "1000/s" }],
  },
  drills: [
    {
      drill: "feature-store-down",
      says: "It is Saturday evening, and the store that holds what you know about visitors stops answering. What does the home page show?",
    },
    {
      drill: "traffic-10x",
      says: "A television programme mentions us and ten times the usual visitors arrive. What breaks first?",
    },
    {
      drill: "bad-release",
      says: "Last night's model went live, and since then saves are falling while clicks hold. How do you notice, and what do you do?",
    },
    {
      drill: "upstream-schema-change",
      says: "The listing team renames the price field on a Tuesday and tells nobody. What happens in your system?",
    },
  ],
  reference: "recommendation",
});
