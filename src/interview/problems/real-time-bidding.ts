import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "real-time-bidding",
  title: "Bidding for advertising places",
  level: "staff",
  statement:
    "We buy advertising places on exchanges for many advertisers. A place is offered, we may bid, and the winner pays. Our fixed bids pay too much where nobody else bids and lose the places that would have sold something. " +
    "Design the bidder.",
  objective: "More conversions for the same money of advertisers, so that they stay and spend more.",
  data: "Offers of the exchanges, our bids with win notices, clicks and orders reported by advertisers, and campaigns with goals and budgets.",
  constraints: [
    "Making ads, selling audiences and billing are out of scope.",
    "An exchange that we keep waiting sends us less.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "offer|bid request .. second|day", "how many offer|bid|impression"],
      tells:
        "50,000 offers a second on average and 120,000 at the peak. We bid on about one in six and win one bid in eight.",
      quantity: { path: "requirements.scale.requests.peak", words: "120k/s" },
      secret: ["50,000 offers", "120,000"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...howMany("campaign|advertiser|exchange|ad|user|site|publisher|region"),
        "identif*|cookie|user id .. have|share|available|many",
        "match rate",
      ],
      tells:
        "9,000 campaigns. Four offers in ten match any of them, and half of the offers carry no user id. Two regions.",
      quantity: { path: "requirements.scale.items", words: "9k" },
      secret: ["9,000 campaigns", "half of the offers"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [...usual.latency, "exchange .. wait|timeout", "timeout"],
      tells: "30 ms of our own at the 99th percentile. Exchanges wait 100 ms, of which the network takes up to 40.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 30ms" },
      secret: ["30 ms", "100 ms"],
    },
    {
      id: "auction",
      topic: "auction",
      asked: [
        "auction",
        "first or|and|versus second price",
        "first|second price",
        "win|winning notice|price",
        "know|told|see|learn .. price|bid",
        "how .. charge|charged|pay|priced",
        "floor|reserve price",
      ],
      tells:
        "All exchanges run first-price auctions. Half of them tell afterwards what price would have won, the others only that we lost.",
      secret: ["first-price", "what price would have won"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "attribut*",
        "who report|reports",
        "last click|touch",
        "how .. conversion .. credited|counted|measured|reported|defined",
      ],
      tells:
        "Orders that advertisers report, credited to the last click within seven days; about a tenth of them is wrong. 5% of people get no ad by chance, as a comparison.",
      secret: ["last click", "get no ad by chance"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|late .. conversion|order|win"],
      tells: "Nine in ten orders are there after two days, the rest within seven. Win notices take a minute.",
      quantity: { path: "data.labels[0].delay", words: "2d" },
      secret: ["two days"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [...howRare("conversion|convert|order|positive|click|win|won|winning"), "ctr|cvr"],
      tells: "0.02% of impressions lead to an order; 12% of bids win.",
      quantity: { path: "data.labels[0].balance", words: "0.02%" },
      secret: ["0.02%", "12% of bids"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells:
        "Bids are kept for 60 days, wins and orders for 400, and one offer in a hundred for 30. Everything arrives within a minute.",
      quantity: { path: "data.sources[1].retention", words: "60d" },
      secret: ["60 days", "one offer in a hundred"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [...usual.errorCosts, "overspend|overbid|underspend"],
      tells:
        "Money that is bid is gone: a wasted thousand impressions costs 1.20 dollars, a lost good thousand about 0.70. The worst is a unit error that bids a hundredfold and spends a day's money in minutes.",
      secret: ["1.20 dollars", "hundredfold"],
    },
    {
      id: "pacing",
      topic: "bid-and-pacing",
      asked: [
        "pacing|pace",
        "campaign|advertiser|daily|client budget",
        "spend .. day|evenly|smooth|campaign|advertiser",
        "budget .. campaign|advertiser|day|spent",
        "frequency cap",
        "how .. goal|goals|target .. set|campaign",
        "campaign goal|target",
      ],
      tells:
        "Each campaign has a daily budget and a goal, usually a cost per order. It should last the day, overspending is given back by us, and a person sees an ad a few times a day at most.",
      secret: ["cost per order", "given back by us"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "A fixed bid per campaign and site, changed by hand every week.",
      secret: ["campaign and site"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "minor|children|kid"],
      tells:
        "The consent string in the offer decides: without consent no id, only page and hour. No children, no precise place, no health or belief, no political ads.",
      secret: ["consent string"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: [
        "budget .. machine|infrastructure|system|serving|running",
        "machine|infra|infrastructure|compute|cloud|operating|hardware|our|monthly budget|cost",
        "how much .. cost to|per|run",
        "cost limit|cap|constraint|ceiling|target",
        "cost per|of prediction|request|query|serving|running|offer",
        "afford",
        "how expensive|cheap can|may|should",
        "gpu|cpu|accelerator",
      ],
      tells: "20,000 dollars a month for machines, CPU only. Our fee is 15% of what advertisers spend.",
      quantity: { path: "requirements.constraints.budget", words: "20k $/month" },
      secret: ["20,000 dollars", "15%"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells: "Six engineers, on call. A campaign desk sets goals, a measurement team joins the orders.",
      quantity: { path: "requirements.constraints.team.engineers", words: "6" },
      secret: ["six engineers", "campaign desk"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells:
        "99.5%. Not bidding costs a chance and nothing else, but an exchange halves our traffic when more than one answer in a hundred is late.",
      quantity: { path: "requirements.constraints.availability", words: "99.5%" },
      secret: ["99.5%", "halves our traffic"],
    },
  ],
  challenges: [
    {
      topic: "latency-budget",
      why: "A few milliseconds must hold retrieval, two models and a price, at a traffic where most offers are not worth it.",
    },
    {
      topic: "bid-and-pacing",
      why: "The best bid depends on what is left of the day's money and on rivals whose bids are not seen.",
    },
    { topic: "label-delay", why: "The model is judged by orders that come days later and are very rare." },
    { topic: "attribution", why: "Orders that would have come anyway look like success." },
  ],
  mustDiscuss: [
    "latency-budget",
    "bid-and-pacing",
    "auction",
    "calibration",
    "class-imbalance",
    "label-delay",
    "attribution",
    "data-bias",
    "online-learning",
    "capacity",
    "cost-optimisation",
    "exploration",
    "adversaries",
    "guardrails",
    "fallback",
    "privacy-and-compliance",
    "ab-test",
    "alerting",
  ],
  change: {
    says: "A large browser stops sending identifiers next month; that is a third of the offers that still have one. What do you do until then, and after?",
    topics: ["feature-engineering", "privacy-and-compliance", "drift", "model-choice", "attribution"],
  },
  drills: [
    {
      drill: "bad-release",
      says: "A release mixes up the currency of one exchange and bids far too much. How much is gone before it stops?",
    },
    { drill: "traffic-10x", says: "A new exchange is connected and sends ten times the offers. What do you drop?" },
    { drill: "feature-store-down", says: "The store about people is away. Do you bid?" },
    { drill: "region-lost", says: "The site near the exchanges of one region is gone. What happens to budgets there?" },
    {
      drill: "labels-30-days-late",
      says: "An advertiser's order feed has been silent for a month, and then sends everything at once. What did your models learn?",
    },
  ],
  reference: "real-time-bidding",
});
