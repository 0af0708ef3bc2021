import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "personalisation",
  title: "One personalisation platform for a retailer",
  level: "senior",
  statement:
    "Our retail company has an app, a site, mails and push messages, and each of them decides on its own what a customer gets to see. Customers see the same offer four times, and things they bought yesterday. " +
    "Design one platform that decides what each customer sees on all of these surfaces.",
  objective: "More customers come back to buy, with less that annoys them.",
  data: "Visits and taps of app and site, orders of shops and online, cards that teams want to show with texts and pictures, sends of mail and push, and what each customer agreed to.",
  constraints: [
    "Prices and the content of cards are made by others.",
    "Search results and advertising for other firms are out of scope.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "decision|page|visit .. second|day", "how many decision|page"],
      tells:
        "400 decisions a second on average and 1,600 a second at the peak, which is on Friday evenings. Twice that in two years.",
      quantity: { path: "requirements.scale.requests.peak", words: "1.6k/s" },
      secret: ["400 decisions", "1,600 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...howMany("customer|user|member|card|offer|content|surface|channel|item|banner"),
        "which|what surface|channel",
        "how many .. choose|candidate",
      ],
      tells:
        "Nine million customers a month, six surfaces, and 1,200 live cards, of which some 40 new ones come every day.",
      quantity: { path: "requirements.scale.users", words: "9M" },
      secret: ["nine million", "six surfaces", "1,200 live"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [...usual.latency, "same .. for|on every|each|all surface|channel"],
      tells:
        "80 ms at the 99th percentile on app and site; they show a default after 150 ms. Mail and push are decided ahead and may take an hour.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 80ms" },
      secret: ["80 ms", "150 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "tap|click or|and|versus purchase|order|buy",
        "explicit feedback|preference",
        "dismiss|dislike|hide",
      ],
      tells:
        "A tap within the hour, an order that holds the thing within seven days, and a dismissal. A tenth of customers have told us preferences in words; those are rarely kept up.",
      secret: ["a dismissal", "told us preferences"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|late .. order|purchase|buy|tap"],
      tells:
        "Taps are there after 15 minutes. Nine in ten orders that follow come within 3 days; those in shops reach us overnight.",
      quantity: { path: "data.labels[1].delay", words: "3d" },
      secret: ["15 minutes", "within 3 days", "overnight"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: howRare("tap|click|clicked|tapped|order|ordered|purchase|convert|conversion|positive"),
      tells: "3% of cards that are seen are tapped, 0.4% are followed by an order.",
      quantity: { path: "data.labels[0].balance", words: "3%" },
      secret: ["3% of cards", "0.4%"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells:
        "What was shown is kept for 180 days and orders for two years. Events of app and site arrive within 30 seconds.",
      quantity: { path: "data.sources[0].retention", words: "180d" },
      secret: ["180 days", "30 seconds"],
    },
    {
      id: "identity",
      topic: "data-quality",
      asked: [
        "identity|identif* resolution|graph|match*|stitching|merge",
        "signed|logged in|out",
        "anonymous",
        "cross device|channel",
        "same person|customer .. device|channel|recogni*|know",
        "how many device",
        "device per customer|person|user",
        "household|family|shared account",
        "join|link|recogni* .. shop|store|online|device|channel|customer",
        "identif*|recogni*|track|tracked .. device|channel|surface",
      ],
      tells:
        "Four in ten visits are not signed in, a customer has about two devices, and one account in five is shared by a household. In shops we know who carries the loyalty card.",
      secret: ["four in ten", "loyalty card", "one account in five"],
    },
    {
      id: "contact-limits",
      topic: "notification-limits",
      asked: [
        "frequency cap|limit",
        "how often .. contact|contacted|message|notify|notified|mail|push|same|see",
        "fatigue|annoy*",
        "limit .. push|mail|message|contact|notification",
        "too many|often .. push|mail|message|notification|same",
        "unsubscribe*|opt out",
        "contact rule|limit|policy",
        "quiet hour|hours",
        "how many notification|push|mail|message|email",
        "how often .. ping|contact|nudge",
      ],
      tells:
        "At most two pushes and three mails a week, none at night, and a dismissed card stays away for 30 days. 0.9% of customers a month switch messages off.",
      secret: ["two pushes", "0.9%"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "A wrong card costs a place; a push too many costs about 9 dollars in later margin if the customer switches it off. The worst is an offer that reveals something private to a family that shares the phone.",
      secret: ["9 dollars", "reveals something private"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "140 segments kept by marketing, and rules of each surface; everybody in a segment sees the same card.",
      secret: ["140 segments"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation],
      tells:
        "GDPR with consent per purpose: 70% agreed to personal content, fewer to messages. Erasure everywhere within 21 days, and no guess at health, belief or pregnancy.",
      quantity: { path: "data.erasure.within", words: "21d" },
      secret: ["consent per purpose", "21 days", "pregnancy"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "22,000 dollars a month for everything that runs.",
      quantity: { path: "requirements.constraints.budget", words: "22k $/month" },
      secret: ["22,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: [...usual.team, "team .. use|provide|make|create|integrate"],
      tells: "Nine engineers with an on-call. Eleven teams put in cards, and each believes that its own matters most.",
      quantity: { path: "requirements.constraints.team.engineers", words: "9" },
      secret: ["nine engineers", "eleven teams"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.9%. Each surface must have something to show without us.",
      quantity: { path: "requirements.constraints.availability", words: "99.9%" },
      secret: ["99.9%"],
    },
  ],
  challenges: [
    {
      topic: "multi-objective",
      why: "Eleven teams with goals of their own compete for one customer's attention, and the customer has goals too.",
    },
    {
      topic: "cold-start",
      why: "Cards live for days and many visitors are strangers, so history is thin on both sides.",
    },
    {
      topic: "training-serving-skew",
      why: "Six surfaces that compute their own view of a customer will disagree about who that is.",
    },
    {
      topic: "privacy-and-compliance",
      why: "What may be used depends on the person, the purpose and the surface, at the moment of the decision.",
    },
  ],
  mustDiscuss: [
    "multi-objective",
    "exploration",
    "feature-store",
    "training-serving-skew",
    "cold-start",
    "notification-limits",
    "privacy-and-compliance",
    "labels",
    "online-metrics",
    "off-policy-evaluation",
    "streaming-features",
    "serving-mode",
    "multi-tenancy",
    "organisation",
    "guardrails",
    "ab-test",
    "feedback-loop",
    "fallback",
    "drift",
  ],
  change: {
    says: "The regulator asks that every customer can see why something was shown and switch off each reason by itself, from next quarter. What does that do to your features and your model?",
    topics: ["interpretability", "privacy-and-compliance", "feature-versioning", "feature-engineering", "fallback"],
  },
  drills: [
    {
      drill: "feature-store-down",
      says: "Profiles are not to be had for ten minutes on a Friday evening. What do app and site show?",
    },
    {
      drill: "traffic-10x",
      says: "A push goes to everybody at once, and ten times the usual visits follow. Who caused it, and what breaks?",
    },
    {
      drill: "new-regulation",
      says: "Half of the customers take back their consent within a week. What is left of your models?",
    },
    {
      drill: "bad-release",
      says: "Since yesterday's release one team's cards are nearly everywhere. How is it noticed?",
    },
  ],
  reference: "personalisation",
});
