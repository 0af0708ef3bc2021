import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "rag",
  title: "Answers from a company's documents",
  level: "senior",
  statement:
    "People in our company look for rules, figures and how-tos in several document systems, and half of the time they end up asking a colleague. We would like to answer their questions directly from the documents. " +
    "Design that system.",
  objective: "More questions settled without a ticket or a colleague.",
  data: "Documents of several systems with their owners and rights, past searches with what was opened, and tickets.",
  constraints: [
    "Nobody may learn from an answer what they could not read themselves.",
    "Actions on behalf of people and the public web are out of scope.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "question .. second|minute|day|month", "how many question"],
      tells:
        "30,000 questions on a working day: a quarter of a question a second on average, four a second at the peak. Three times that within a year.",
      quantity: { path: "requirements.scale.requests.peak", words: "4/s" },
      secret: ["30,000 questions", "four a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...usual.things,
        ...howMany("document|page|file|user|employee|asker|language|source"),
        "which|what language",
        "how long|large|big .. document",
        "multiple|several|many language",
      ],
      tells: "40,000 people and 1.2 million documents in four languages, some 60 kB of text each.",
      quantity: { path: "requirements.scale.items", words: "1.2M" },
      secret: ["40,000 people", "1.2 million", "four languages"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [...usual.latency, "first token|sentence|word", "stream|streaming .. answer|token|response"],
      tells:
        "The first sentence within 5 seconds and the whole answer within 11 at the 99th percentile; people leave after 20.",
      quantity: { path: "metrics.guardrails[3].target", words: "<= 11s" },
      secret: ["5 seconds", "within 11"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "golden|gold|test|evaluation|eval set|question|data|dataset",
        "expert .. write|judge|answer",
        "thumb|rating|user feedback",
        "how .. evaluate|evaluated|measured|judged .. today|now|currently",
      ],
      tells:
        "Experts write the expected answer and mark its paragraphs for 20 questions a day, at 6 dollars each. And we see what follows: a ticket, the question asked again, a thumb down.",
      secret: ["20 questions a day", "6 dollars"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon .. ticket|expert|judged"],
      tells: "What follows is known within 20 hours; the experts take five days.",
      quantity: { path: "data.labels[0].delay", words: "20h" },
      secret: ["20 hours", "five days"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [
        ...howRare("settled|solved|answered|unanswered|positive|unanswerable|answerable"),
        "how many .. unanswerable|unanswered|answerable|fail",
      ],
      tells: "46% of questions are not settled today, and about one in five has no answer in any document.",
      quantity: { path: "data.labels[0].balance", words: "46%" },
      secret: ["46%", "one in five"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: [
        ...usual.history,
        "document|content .. change|updated|update|fresh|stale|new",
        "how often .. document|content",
        "how fresh|current .. document|index|answer|content",
      ],
      tells:
        "15,000 documents change on a working day, and an answer should know a change 15 minutes later. Questions are kept for 180 days.",
      quantity: { path: "data.retention", words: "180d" },
      secret: ["15,000 documents", "15 minutes", "180 days"],
    },
    {
      id: "rights",
      topic: "security",
      asked: [
        "permission|access|acl|entitlement",
        "access control|right",
        "who can|may read|see",
        "right .. change|revoke|revoked|document|enforced|managed",
        "confidential|secret|sensitive document",
        "everyone|everybody|all .. read|see|access",
        "authori*",
      ],
      tells:
        "Groups of the directory say who may read what, nine million entries; a right that was withdrawn has to count within five minutes.",
      secret: ["nine million entries", "five minutes"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [...usual.errorCosts, "hallucinat*", "made|make up"],
      tells:
        "A wrong answer is acted on: from a wasted hour to a breach of a rule. No answer costs what it costs today. The worst is that somebody reads what they must not.",
      secret: ["wasted hour"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "Word search over three systems; people open four documents for each question.",
      secret: ["word search", "four documents"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [
        ...usual.privacy,
        ...usual.regulation,
        "hosted|external|provider|vendor .. model|api|llm|provider|allowed|use",
        "data leave|leaves|outside",
        "openai|anthropic|gpt|gemini",
        "on prem|premise|premises",
        "self host|hosted|hosting",
      ],
      tells:
        "GDPR and a works council: questions are never shown to managers. Hosted models are allowed if the provider does not train on our texts, and people are told that a machine answers.",
      secret: ["works council", "told that a machine"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "16,000 dollars a month, about two cents a question.",
      quantity: { path: "requirements.constraints.budget", words: "16k $/month" },
      secret: ["16,000 dollars", "two cents"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Five engineers, on call in working hours of two time zones. Each document system has owners, and a directory team keeps the groups.",
      quantity: { path: "requirements.constraints.team.engineers", words: "5" },
      secret: ["five engineers", "directory team"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.5%. Without answers people can still search.",
      quantity: { path: "requirements.constraints.availability", words: "99.5%" },
      secret: ["99.5%"],
    },
  ],
  challenges: [
    {
      topic: "rag-evaluation",
      why: "An answer can be wrong because nothing was found, because the wrong thing was, or because the writer strayed; each needs its own measure.",
    },
    {
      topic: "chunking",
      why: "Rules live in tables and exceptions, and a cut in the wrong place turns one into its opposite.",
    },
    { topic: "grounding", why: "A fluent sentence without a source is believed." },
    {
      topic: "security",
      why: "Rights must hold inside retrieval, and a document can carry instructions for the writer.",
    },
  ],
  mustDiscuss: [
    "hybrid-search",
    "retrieval-and-ranking",
    "embeddings",
    "grounding",
    "rag-evaluation",
    "chunking",
    "security",
    "pretrained-models",
    "offline-metrics",
    "labels",
    "is-ml-needed",
    "latency-budget",
    "cost-optimisation",
    "caching",
    "data-freshness",
    "build-or-buy",
    "fallback",
    "performance-monitoring",
    "feedback-loop",
  ],
  change: {
    says: "Legal decides that the texts of one department may not leave our own machines, not even to a provider that promises not to keep them. What do you do for that department?",
    topics: ["build-or-buy", "serving-infrastructure", "capacity", "cost-or-performance", "privacy-and-compliance"],
  },
  drills: [
    {
      drill: "slow-dependency",
      says: "The provider of the language model answers at a third of its usual pace. What do people see?",
    },
    { drill: "model-server-down", says: "The provider is down for an hour on a Monday morning. What is left?" },
    {
      drill: "bad-release",
      says: "The provider changed its model over the weekend, and answers got longer and less exact. Who notices?",
    },
    {
      drill: "upstream-schema-change",
      says: "One document system changes how it marks superseded versions. Which answers go wrong?",
    },
  ],
  reference: "rag",
});
