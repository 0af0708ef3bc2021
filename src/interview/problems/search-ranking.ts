import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "search-ranking",
  title: "Product search of a large shop",
  level: "senior",
  statement:
    "Our online shop has a search box, and too many searches end without a click. People type words that no product has in its title, or they find the right kind of thing in the wrong order. " +
    "Design the search, from the query to the order of the first page.",
  objective: "More shoppers who search find something they buy and keep.",
  data: "Queries, what each page showed, clicks, baskets, purchases and returns, the product catalogue with titles and attributes, and a set of judged results.",
  constraints: [
    "Sponsored places are out of scope.",
    "Price and stock come from the shop's own service and must be right.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "search .. second|minute|day", "how many search"],
      tells: "400 searches a second on average, 1,500 a second at the peak, and twice that in two years.",
      quantity: { path: "requirements.scale.requests.peak", words: "1.5k/s" },
      secret: ["400 searches", "1,500 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...usual.things,
        ...howMany("product|item|document|sku|user|shopper|customer|language"),
        "index size",
        "which|what language",
        "multiple|several|many language",
      ],
      tells: "Eight million products and 25 million shoppers a month, in three languages.",
      quantity: { path: "requirements.scale.items", words: "8M" },
      secret: ["eight million", "25 million", "three languages"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: usual.latency,
      tells: "250 ms at the 99th percentile for a page of results, at the peak. The page gives up at half a second.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 250ms" },
      secret: ["250 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "relevance judgement|judgment|grade|rating",
        "human|expert judgement|judgment|rater|judge",
        "click or|and|versus purchase",
      ],
      tells:
        "Purchases, baskets and clicks from logs, plus 400 judgements a day by trained judges in four grades, at 30 cents each. Judges are wrong or disagree on 8%.",
      secret: ["400 judgements", "four grades", "30 cents"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon .. buy|purchase|return", "when .. purchase|buy|return"],
      tells:
        "A purchase counts for a day after the search and nine in ten are there after 6 hours. A judgement takes three days; returns take weeks.",
      quantity: { path: "data.labels[0].delay", words: "6h" },
      secret: ["6 hours", "three days"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: howRare("purchase|bought|buy|click|clicked|relevant|positive|conversion|convert"),
      tells: "Of products shown, about 4% are clicked and 0.03% are bought.",
      quantity: { path: "data.labels[0].balance", words: "0.03%" },
      secret: ["0.03%"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells: "Actions are kept for 400 days and impressions for 180. Events arrive within a minute.",
      quantity: { path: "data.retention", words: "400d" },
      secret: ["400 days", "for 180"],
    },
    {
      id: "catalogue-changes",
      topic: "index-serving",
      asked: [
        "catalogue|catalog|product|price|stock|index change|update|refresh|freshness",
        "how often|fast|soon .. product|price|stock|index|catalogue|catalog",
        "how fresh .. product|price|stock|index|catalogue|catalog",
        "out of stock",
        "new product .. appear|searchable|found|visible",
        "reindex|reindexing",
        "how often .. inventory|assortment",
      ],
      tells:
        "Prices and stock change all day; a change must be in the results within two minutes. New products come daily.",
      secret: ["two minutes"],
    },
    {
      id: "query-mix",
      topic: "query-understanding",
      asked: [
        "head or|and|versus|vs tail|torso",
        "tail|rare|unique|frequent|popular|head query",
        "query distribution|length|look|mix|log",
        "what .. query|people|shopper look|type",
        "typo|misspell*|spelling",
        "repeat|repeated query",
        "type|variety of query|search",
      ],
      tells:
        "60% of the distinct queries are seen fewer than ten times a year, and one search in five finds nothing worth a click. Misspellings are common.",
      secret: ["60%", "one search in five"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "A wrong product costs a bit of scrolling. A missing one is worse: the shopper believes that we do not sell it and leaves.",
      secret: ["believes that we do not sell"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "Word match with 11,000 hand-kept synonym rules, and a boost for what sold last month.",
      secret: ["11,000", "synonym rules"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation],
      tells:
        "GDPR: after 30 days a query is kept without the person. Sellers have to be told the main parameters of the ranking.",
      secret: ["after 30 days", "told the main parameters"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "25,000 dollars a month to run all of it.",
      quantity: { path: "requirements.constraints.budget", words: "25k $/month" },
      secret: ["25,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells: "Ten engineers who are on call. A catalogue team and a shop team deliver the data.",
      quantity: { path: "requirements.constraints.team.engineers", words: "10" },
      secret: ["ten engineers"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.95%: search is how most people buy.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%"],
    },
  ],
  challenges: [
    {
      topic: "query-understanding",
      why: "The same words can mean a product, a brand or a use, and most queries are too rare for history to tell.",
    },
    {
      topic: "multi-objective",
      why: "What is clicked and bought is not always what was asked for; relevance and sales must both hold.",
    },
    { topic: "latency-budget", why: "Understanding, two kinds of retrieval and two rankings share one wait." },
  ],
  mustDiscuss: [
    "index-serving",
    "hybrid-search",
    "retrieval-and-ranking",
    "query-understanding",
    "multi-objective",
    "latency-budget",
    "embeddings",
    "labels",
    "data-bias",
    "offline-metrics",
    "offline-online-gap",
    "caching",
    "cold-start",
    "ab-test",
    "fallback",
    "drift",
  ],
  change: {
    says: "The shop opens to outside sellers, and the catalogue becomes ten times as large within a year, with much worse titles. What in your design does not survive that?",
    topics: ["index-serving", "capacity", "data-quality", "cost-optimisation", "adversaries"],
    changes: [{ path: "requirements.scale.items", words: "80M" }],
  },
  drills: [
    {
      drill: "slow-dependency",
      says: "The vector index takes half a second instead of its usual time. What does a shopper see?",
    },
    { drill: "traffic-10x", says: "The sale starts at midnight and everybody searches at once. What is full first?" },
    {
      drill: "upstream-schema-change",
      says: "The catalogue team splits one attribute into two, overnight. What notices?",
    },
    { drill: "cache-cold", says: "The cache of frequent queries is emptied at noon. What happens behind it?" },
  ],
  reference: "search-ranking",
});
