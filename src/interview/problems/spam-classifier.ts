import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "spam-classifier",
  title: "Spam in a messaging service",
  level: "junior",
  statement:
    "People on our messaging service get unwanted messages from strangers: fraud, adverts, bait. They complain, and some stop writing. " +
    "Design the system that decides what happens to a message before it is delivered.",
  objective: "Fewer readers who meet spam, without losing letters that people wanted.",
  data: "Messages with sender, time and text that a server may read, what readers do with them (report, reply, block, move back), and addresses that exist only to catch spam.",
  constraints: [
    "Private pictures and accounts that were taken over are out of scope.",
    "A message goes to the inbox, to a spam folder, or back to its sender.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "message per|each|every? second|minute|day", "how many message", "how many email|mail"],
      tells:
        "20 million messages a day: 231 a second on average and 700 a second at the busiest. It doubles in two years.",
      quantity: { path: "requirements.scale.requests.peak", words: "700/s" },
      secret: ["20 million", "231 a second", "700 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...howMany("user|reader|sender|account|customer|language"),
        "which language",
        "what language",
        "multiple|several|many language",
      ],
      tells: "Eight million readers, writing in many languages; twelve of them make up nearly everything.",
      quantity: { path: "requirements.scale.users", words: "8M" },
      secret: ["eight million", "twelve of them"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [...usual.latency, "hold .. message", "before .. delivered|delivery|deliver"],
      tells:
        "It decides before delivery, so it has 30 ms at the 99th percentile. The delivery service gives up on us after 100 ms.",
      quantity: { path: "metrics.guardrails[2].target", words: "<= 30ms" },
      secret: ["30 ms", "100 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "who decide|say .. spam",
        "report button",
        "how .. define|definition spam",
        "what is spam",
        "user|reader|people report|flag|mark",
        "definition of|for spam",
      ],
      tells:
        "Three sources: readers' reports, trap addresses, and a panel of volunteers whose whole mail is judged by two analysts. Only one spam message in ten is ever reported.",
      secret: ["trap addresses", "panel of volunteers", "one spam message in ten"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|quick .. report|reported"],
      tells: "Nine in ten reports come within 20 hours; the analysts' verdicts take a day.",
      quantity: { path: "data.labels[1].delay", words: "20h" },
      secret: ["20 hours"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [...howRare("spam|spammy|junk|unwanted|bad|positive"), "how much spam|junk"],
      tells: "About 2% of messages are spam, and it is threefold before holidays.",
      quantity: { path: "data.labels[0].balance", words: "2%" },
      secret: ["2% of messages", "threefold"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells:
        "Hashes of messages stay for 30 days and counts for 180. Reactions reach us about five seconds after they happen.",
      quantity: { path: "data.retention", words: "180d" },
      secret: ["for 30 days", "five seconds"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [...usual.errorCosts, "lost|lose|losing .. message|letter|mail"],
      tells:
        "A spam message in the inbox costs us about 20 cents; a good letter in the spam folder 2 dollars, and one sent back to its writer 50. A doctor's message that is never seen is the worst.",
      secret: ["20 cents", "2 dollars", "doctor"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: [...usual.today, "rule .. have|already|exist", "have .. rule|filter"],
      tells: "900 rules kept by two people. They catch 71% and are about a day behind each new wave.",
      secret: ["900 rules", "71%"],
    },
    {
      id: "attackers",
      topic: "adversaries",
      asked: [
        "spammer|attacker|adversar*|adversary",
        "evade|evasion|evading",
        "how .. spam|pattern|campaign change|evolve|adapt",
        "how often|fast .. change|evolve|adapt",
        "campaign last|live|size|look",
        "adapt",
        "game|gaming .. system|filter",
      ],
      tells:
        "They write in campaigns: thousands of near copies that live for some hours. Wording changes within hours and sending accounts within minutes, because they try against us.",
      secret: ["near copies"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "read .. content|text|message", "encrypted|encryption"],
      tells:
        "The secrecy of communications applies. A machine may read the text, but no person reads a message unless it was reported, came to a trap, or its reader agreed. Logs hold hashes, not words.",
      secret: ["secrecy of communications", "hashes, not words"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "18,000 dollars a month; most of it is the hours of analysts, machines are about 2,000.",
      quantity: { path: "requirements.constraints.budget", words: "18k $/month" },
      secret: ["18,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells: "Four engineers on call, and four analysts of whom two sit there at a time.",
      quantity: { path: "requirements.constraints.team.engineers", words: "4" },
      secret: ["four engineers", "four analysts"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.95%. When we do not answer, messages are delivered, so being away means that everything passes.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%", "everything passes"],
    },
  ],
  challenges: [
    {
      topic: "adversaries",
      why: "The other side reads every release by trying, so what worked last week is what they avoid.",
    },
    {
      topic: "precision-or-recall",
      why: "A lost letter costs ten times what a spam message costs, and nobody sees what was never delivered.",
    },
    {
      topic: "class-imbalance",
      why: "At a few percent of spam a small share of false alarms outnumbers what is caught.",
    },
    {
      topic: "data-bias",
      why: "Readers report a tenth of what annoys them, and what we filed away is never reported at all.",
    },
  ],
  mustDiscuss: [
    "error-costs",
    "precision-or-recall",
    "threshold-choice",
    "labels",
    "class-imbalance",
    "adversaries",
    "baseline",
    "ensemble-and-rules",
    "feature-engineering",
    "streaming-features",
    "feedback-loop",
    "retraining",
    "drift",
    "rollout",
    "fallback",
  ],
  change: {
    says: "Our lawyers come back: from next month the server may no longer read the text of messages between two people who know each other. What is left of your design?",
    topics: [
      "privacy-and-compliance",
      "feature-engineering",
      "streaming-features",
      "graph-features",
      "precision-or-recall",
    ],
  },
  drills: [
    {
      drill: "input-drift",
      says: "Overnight a new kind of message appears: no link, no known word, only an invitation to talk elsewhere. When do you notice?",
    },
    {
      drill: "model-server-down",
      says: "The service that scores messages is down for twenty minutes. What happens to messages in that time?",
    },
    {
      drill: "bad-release",
      says: "A release files five times as many good letters as the one before. How many people lose one before you stop it?",
    },
    {
      drill: "slow-dependency",
      says: "The store of counters takes ten times as long as usual to answer. What does delivery see?",
    },
  ],
  reference: "spam",
});
