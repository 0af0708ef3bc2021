import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "fraud-detection",
  title: "Fraud in card payments",
  level: "senior",
  statement:
    "We process card payments for online merchants. Stolen cards pay for goods that are sent before the holder notices, and the loss stays with the merchant. " +
    "Design the system that decides what happens to a payment.",
  objective: "Lose less money to fraud without turning away good customers.",
  data: "Payments with card, device, address and merchant as tokens; visits before them; disputes as banks report them; decisions of analysts.",
  constraints: [
    "It decides before the payment is authorised.",
    "Accounts that were taken over and money laundering are out of scope.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "payment|transaction .. second|minute|day", "how many payment|transaction"],
      tells: "60 payments a second on average and 240 a second at the peak; three times as many in two years.",
      quantity: { path: "requirements.scale.requests.peak", words: "240/s" },
      secret: ["60 payments", "240 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [...usual.people, ...howMany("user|card|cardholder|customer|merchant|account|device")],
      tells: "30 million cards and 40,000 merchants.",
      quantity: { path: "requirements.scale.users", words: "30M" },
      secret: ["30 million", "40,000 merchants"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [
        ...usual.latency,
        "before or|and|versus after .. authorised|authorized|authorisation|authorization",
        "synchronous|synchronously|inline",
      ],
      tells: "50 ms at the 99th percentile. The authorisation waits 100 ms for us and then goes on without an answer.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 50ms" },
      secret: ["50 ms", "100 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "chargeback|dispute used|label*|only|enough",
        "how .. define|definition fraud",
        "how|who .. confirm|confirmed|know .. fraud|fraudulent",
      ],
      tells:
        "Chargebacks that the bank codes as fraud; about 4% of them are friendly fraud. Analysts also give around 900 verdicts a day, at 2.90 dollars each.",
      secret: ["friendly fraud", "900 verdicts"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [
        ...usual.labelDelay,
        "how long|soon|late|quick .. chargeback|dispute|confirmed|confirm|reported|discover|notice",
        "when .. chargeback|dispute",
      ],
      tells: "Late: 60% are in after a week, nine in ten after 60 days, and a dispute may come for 120 days.",
      quantity: { path: "data.labels[0].delay", words: "60d" },
      secret: ["60 days", "120 days"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [...howRare("fraud|fraudulent|positive|bad"), "how much fraud"],
      tells: "0.17% of payments are fraud, about 8,800 a day.",
      quantity: { path: "data.labels[0].balance", words: "0.17%" },
      secret: ["0.17%", "8,800"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells: "Two years of payments and disputes, 90 days of visits. A payment is on the stream within a second.",
      quantity: { path: "data.retention", words: "2y" },
      secret: ["two years of payments", "90 days of visits"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [
        ...usual.errorCosts,
        "cost .. fraud|block|declined|blocking",
        "average|mean loss|fraud|amount",
        "how much .. lose|losing|loss",
      ],
      tells:
        "A missed fraud costs 100 dollars on average, fees included. Turning away a good payment costs 20 in margin and goodwill. A release that blocks a large merchant for hours is the worst.",
      quantity: { path: "requirements.costOfErrors.falseNegative", words: "100 $ per payment" },
      secret: ["100 dollars", "costs 20"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: [...usual.today, "rule .. have|already|exist|today", "have .. rule|model"],
      tells:
        "180 hand-written rules. They catch 45% of frauds and stop 1.2% of good payments; analysts tune them every week.",
      secret: ["180 hand-written", "45%", "1.2%"],
    },
    {
      id: "actions",
      topic: "ensemble-and-rules",
      asked: [
        "what|which action|decision|option|outcome",
        "block or|versus|and",
        "step up|3ds|second|two factor|otp",
        "strong customer authentication",
        "what can .. do .. payment|transaction",
        "hold .. review|payment",
        "only block|decline|approve|score",
        "ask .. verif*|proof|confirm|confirmation",
        "additional|extra|more verification|authentication|check|proof",
        "friction|2fa",
      ],
      tells:
        "We may let a payment through, ask for a second proof, hold it up to 30 minutes for an analyst, or block it. A second proof stops 85% of fraud and loses one good payer in twelve.",
      secret: ["one good payer in twelve", "85%"],
    },
    {
      id: "reviewers",
      topic: "human-review",
      asked: [
        "how many analyst|reviewer|investigator|case",
        "analyst|reviewer capacity|number|count|hour|available|have|work|cost|team",
        "human|manual review",
        "have analyst|reviewer",
        "review capacity|team|queue",
        "how many .. review|investigate",
      ],
      tells: "42 analysts, eight seats day and night; a case takes five minutes, so about 900 cases a day.",
      quantity: { path: "serving.review.reviewers", words: "8" },
      secret: ["42 analysts", "eight seats"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "pci|psd2", "expla*", "interpretab*"],
      tells:
        "GDPR with the right to a human decision, PSD2 and the card schemes' rules. Each block and hold needs three reasons that an analyst and the customer's bank understand. Only tokens, never card numbers.",
      secret: ["psd2", "three reasons"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "245,000 dollars a month, of which 235,000 is analysts and about 8,000 machines.",
      quantity: { path: "requirements.constraints.budget", words: "245k $/month" },
      secret: ["245,000 dollars", "235,000"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Six engineers, on call day and night. The payments team owns the stream, a disputes team the files of the schemes.",
      quantity: { path: "requirements.constraints.team.engineers", words: "6" },
      secret: ["six engineers", "disputes team"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.95%. Without an answer the payment goes through, so an outage is an open door.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%", "open door"],
    },
  ],
  challenges: [
    {
      topic: "class-imbalance",
      why: "With so few positives a model that says no to nobody is nearly always right and worth nothing.",
    },
    { topic: "adversaries", why: "Attackers test the defence with small sums and move within days." },
    {
      topic: "latency-requirement",
      why: "Fresh counts of card, device and address must be read and scored while a bank waits.",
    },
    { topic: "label-delay", why: "The newest payments, where the newest attack is, have no outcome yet." },
  ],
  mustDiscuss: [
    "class-imbalance",
    "streaming-features",
    "graph-features",
    "ensemble-and-rules",
    "label-delay",
    "adversaries",
    "error-costs",
    "threshold-choice",
    "serving-mode",
    "human-review",
    "interpretability",
    "offline-metrics",
    "calibration",
    "feedback-loop",
    "fallback",
    "drift",
    "retraining",
    "rollout",
  ],
  change: {
    says: "A bank offers us a partnership: it tells us about confirmed fraud within hours instead of weeks, but its regulator wants every declined payment explained to the payer the same day. What do you change?",
    topics: ["label-delay", "retraining", "online-learning", "interpretability", "appeals"],
    changes: [{ path: "data.labels[0].delay", words: "6h" }],
  },
  drills: [
    {
      drill: "feature-store-down",
      says: "The counters of cards and devices are gone for ten minutes on a Friday evening. What happens to payments?",
    },
    {
      drill: "labels-30-days-late",
      says: "The scheme's file of disputes comes a month late. What does your next training believe?",
    },
    {
      drill: "hot-key",
      says: "One marketplace runs a lottery and a fifth of all payments name the same merchant. What becomes hot?",
    },
    { drill: "region-lost", says: "The primary site is cut off. Who decides about payments?" },
    {
      drill: "bad-release",
      says: "A release blocks three times as many payments of one merchant. How long until it is back?",
    },
  ],
  reference: "payment-fraud",
});
