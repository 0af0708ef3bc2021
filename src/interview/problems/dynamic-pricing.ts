import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "dynamic-pricing",
  title: "Prices of an online shop",
  level: "senior",
  statement:
    "Our shop sets prices as cost plus a fixed share. Stale stock sits for months, and wanted things sell out too cheap. " +
    "Design the system that sets the prices.",
  objective: "More gross margin for each visit, without losing trust or breaking a promise about prices.",
  data: "Sales and returns, page views, prices as they were, costs, stock, and prices of rivals for part of the catalogue.",
  constraints: [
    "Coupons, delivery fees and goods of other sellers are out of scope.",
    "Goods whose price is fixed by law stay as they are.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "price read|lookup .. second", "how many page|visit"],
      tells:
        "Prices are read 60 times a second on average and 240 at the peak. The decision itself is far rarer than the reading.",
      quantity: { path: "requirements.scale.requests.peak", words: "240/s" },
      secret: ["60 times a second", "240 at the peak"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...usual.things,
        ...howMany("product|item|sku|customer|user|shopper|country|market"),
        "order|sale .. day",
        "how many =skus",
      ],
      tells:
        "40,000 products, six million customers, about 120,000 lines sold a day at 18 dollars each. One country and one currency.",
      quantity: { path: "requirements.scale.items", words: "40k" },
      secret: ["40,000 products", "six million", "120,000 lines"],
    },
    {
      id: "price-frequency",
      topic: "serving-mode",
      asked: [
        "how often .. price|reprice|change|update",
        "price .. change|update|set .. often|daily|hourly|time|day",
        "real time .. price|pricing|or|versus|vs",
        "real time",
        "daily|hourly or|versus|vs",
        "frequency of price|change|update",
        "during|intraday|within day",
        "price .. per person|customer|user",
        "personal|personalised|personalized price|pricing",
        "same price",
        "how frequently|regularly .. price",
        "per user|customer|person price|pricing",
      ],
      tells:
        "Once a night is enough, and everybody sees the same price. In an emergency a person can change one within five minutes.",
      secret: ["once a night", "five minutes"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [
        "latency",
        "how fast|quick|quickly must|should|need|can",
        "response time",
        "millisecond|ms|millis",
        "p99|p95|percentile",
        "how long can|may|should .. take|run|wait",
        "how fast .. page|read|load",
        "time limit|constraint",
        "sla",
        "how long .. job|batch|run|night",
      ],
      tells:
        "Reading the prices of a page has 10 ms at the 99th percentile. The nightly run may take hours but has to end before six in the morning.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 10ms" },
      secret: ["10 ms", "before six"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "how do|can .. demand measured|measure|observe|estimate",
        "what .. predict|predicting|target",
        "price experiment|variation|test .. have|past|done|any",
        "have|any price experiment|variation|test",
      ],
      tells:
        "Units sold for each product and day, with the days out of stock marked. Prices have hardly ever been varied on purpose, so old sales say little about how demand answers.",
      secret: ["hardly ever been varied"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|late .. sale|return|returned"],
      tells: "Sales are in after an hour. Returns, which correct the margin, come over 14 days.",
      quantity: { path: "data.labels[0].delay", words: "1h" },
      secret: ["after an hour", "over 14 days"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [
        ...howRare("sale|sell|sold|zero|purchase|positive"),
        "sparse|sparsity",
        "slow mover|moving|movers",
        "long tail",
      ],
      tells: "A third of product days, 35%, have any sale at all; the rest are zeros.",
      quantity: { path: "data.labels[0].balance", words: "35%" },
      secret: ["35%"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: [
        ...usual.history,
        "rival|competitor .. fresh|old|often|coverage|have|data|price",
        "have .. rival|competitor",
      ],
      tells:
        "Three years of sales and prices, two of page views. Stock is 15 minutes old, rivals' prices 12 hours, and we have those for 25,000 products.",
      quantity: { path: "data.sources[0].retention", words: "3y" },
      secret: ["three years of sales", "25,000 products"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "A needless cut of 5% costs about 0.90 dollars a line; stale stock 2% of its cost a month. The worst is a wrong cost that sells a bestseller at a tenth of its price for a night.",
      secret: ["0.90 dollars", "tenth of its price"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "Cost plus 32%, and twelve category managers who change some 900 prices a week by hand.",
      secret: ["32%", "twelve category managers"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [
        ...usual.privacy,
        ...usual.regulation,
        "price floor|ceiling|cap|limit|rule|guarantee",
        "map pricing|price|policy",
        "discount .. rule|law|show",
        "constraint|limit|bound|restriction on price|pricing",
        "min|max|minimum|maximum price|or|and",
      ],
      tells:
        "No price may depend on who asks. A discount must be told from the lowest price of the last 30 days, competition law applies, and nothing is sold below cost without a manager.",
      secret: ["depend on who asks", "lowest price of the last"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "2,500 dollars a month, of which 1,000 goes to a provider of rivals' prices. CPU only.",
      quantity: { path: "requirements.constraints.budget", words: "2.5k $/month" },
      secret: ["2,500 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: [...usual.team, "who approve|sign|override"],
      tells:
        "Three engineers without an on-call of their own; the shop's on-call answers at night. Category managers approve unusual changes, 150 a day at most.",
      quantity: { path: "requirements.constraints.team.engineers", words: "3" },
      secret: ["three engineers", "150 a day"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.95% for reading a price. If a night's run fails, prices of the day before stay.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%", "day before stay"],
    },
  ],
  challenges: [
    {
      topic: "price-elasticity",
      why: "Prices were set by people who already knew demand, so sales and prices move together for the wrong reason.",
    },
    { topic: "exploration", why: "Learning how demand answers means trying prices on real customers." },
    { topic: "price-rules", why: "Law, promises and trust bound every price, whatever a model finds best." },
    { topic: "data-bias", why: "What was out of stock could not be sold, and that looks like no demand." },
  ],
  mustDiscuss: [
    "business-objective",
    "price-elasticity",
    "price-rules",
    "exploration",
    "data-bias",
    "serving-mode",
    "baseline",
    "problem-formulation",
    "ab-test",
    "off-policy-evaluation",
    "data-quality",
    "error-costs",
    "interpretability",
    "guardrails",
    "human-review",
    "fallback",
    "fairness",
    "drift",
  ],
  change: {
    says: "The shop wants to sell fresh food, which loses half of its worth every evening, so a price a night is no longer enough. What changes?",
    topics: ["serving-mode", "feature-freshness", "price-elasticity", "price-rules", "data-pipeline"],
  },
  drills: [
    {
      drill: "upstream-schema-change",
      says: "Costs arrive in cents instead of dollars from Monday on. What stops a price from going live?",
    },
    {
      drill: "labels-30-days-late",
      says: "A broken export holds back sales for a month. What do your models do with the quiet?",
    },
    {
      drill: "new-regulation",
      says: "A law forbids to raise the price of essentials by more than a twentieth in a week. Where does it go in your design?",
    },
    {
      drill: "input-drift",
      says: "A rival closes and its prices stay where they were, forever. What follows for yours?",
    },
  ],
  reference: "dynamic-pricing",
});
