import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "news-feed",
  title: "A personal feed of a social network",
  level: "junior",
  statement:
    "On our network people follow each other and see posts in order of time. They open the app for a few minutes and miss most of what they would have answered. " +
    "Design the system that orders the feed.",
  objective: "More people take part in a conversation with somebody they know, week after week.",
  data: "Posts, who follows whom, what was on the screen and for how long, and reactions: likes, comments, replies, shares, hides and reports.",
  constraints: [
    "Only posts of followed accounts are shown; advertising is out of scope.",
    "Removal of forbidden posts happens elsewhere, before us.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "page|refresh|feed|load .. second|day", "how many page|refresh|open"],
      tells: "600 pages a second on average, and 2,400 a second at the peak. For each, about 300 posts could be shown.",
      quantity: { path: "requirements.scale.requests.peak", words: "2.4k/s" },
      secret: ["600 pages", "2,400 a second", "300 posts"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...howMany("user|member|account|follower|friend|post|people follow"),
        "post .. per|each day",
        "how many .. follow|followed|follower",
      ],
      tells:
        "12 million people a month, 4 million on a usual day. They write three million posts a day, and a person follows about 150 accounts; some authors have hundreds of thousands of followers.",
      quantity: { path: "requirements.scale.users", words: "12M" },
      secret: ["12 million", "three million posts", "150 accounts"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: usual.latency,
      tells: "150 ms at the 99th percentile for a page of ten posts. After 350 ms the app shows what it has.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 150ms" },
      secret: ["150 ms", "350 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "comment or|and|versus reaction",
        "explicit feedback|signal",
        "survey .. have|run|user",
      ],
      tells:
        "What people do on the screen: a comment or reply that is itself answered counts as good, a hide or report as bad. There is also a small survey that asks whether the visit was worth it.",
      secret: ["itself answered", "small survey"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|quick .. comment"],
      tells: "Answered comments take up to 5 hours for nine in ten, and count for a day. Hides come within the hour.",
      quantity: { path: "data.labels[0].delay", words: "5h" },
      secret: ["5 hours"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: howRare("comment|reply|engage|engagement|react|reaction|positive|hide|click"),
      tells: "0.2% of posts on a screen lead to such a conversation, and 0.05% are hidden or reported.",
      quantity: { path: "data.labels[0].balance", words: "0.2%" },
      secret: ["0.2%", "0.05%"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: [
        ...usual.history.filter((words) => !words.startsWith("how fresh")),
        "how fresh|old|stale|current .. data|log|event",
      ],
      tells:
        "Reactions are kept for 400 days and what was on the screen for 90. A reaction reaches us after ten seconds.",
      quantity: { path: "data.retention", words: "400d" },
      secret: ["400 days", "ten seconds"],
    },
    {
      id: "post-freshness",
      topic: "feature-freshness",
      asked: [
        "how fresh|new|recent|old .. post",
        "how fast|soon|quick|quickly .. post|it appear|visible|show|feed",
        "post .. appear|visible",
        "breaking news",
        "time sensitive|sensitivity",
        "post lifetime|lifespan|age",
        "how stale|fresh|new .. feed",
        "how soon|fast|quick|quickly .. posting|posted",
      ],
      tells: "A new post should be in the feeds of its readers within a minute. After a week it is hardly ever shown.",
      secret: ["within a minute", "after a week"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [...usual.errorCosts, "rumour|rumor|misinformation|clickbait|harmful"],
      tells:
        "An annoying post costs a place. A false rumour on top reaches thousands within the hour, and people argue under it, which looks like engagement.",
      secret: ["false rumour", "looks like engagement"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells: "Order of time with a fixed boost for close contacts.",
      secret: ["fixed boost"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "private message", "minor|children|kid|teenager"],
      tells:
        "GDPR, and nothing may be learned from private messages. The order of time has to stay one touch away, and people under 16 always get it.",
      secret: ["one touch away", "under 16"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "16,000 dollars a month.",
      quantity: { path: "requirements.constraints.budget", words: "16k $/month" },
      secret: ["16,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Nine engineers with an on-call. An integrity team sends us scores for borderline posts, and a graph team keeps the follows.",
      quantity: { path: "requirements.constraints.team.engineers", words: "9" },
      secret: ["nine engineers", "integrity team"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.95%.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%"],
    },
  ],
  challenges: [
    {
      topic: "multi-objective",
      why: "What people answer, what they enjoy and what keeps the network healthy are three different orders.",
    },
    {
      topic: "feedback-loop",
      why: "What is ranked high is answered more, and authors begin to write for the ranking.",
    },
    {
      topic: "feature-freshness",
      why: "Posts live for hours, so counts that are a day old describe posts nobody needs any more.",
    },
  ],
  mustDiscuss: [
    "business-objective",
    "multi-objective",
    "retrieval-and-ranking",
    "feature-freshness",
    "caching",
    "feedback-loop",
    "guardrails",
    "labels",
    "data-bias",
    "baseline",
    "diversity",
    "cold-start",
    "ab-test",
    "fallback",
    "drift",
  ],
  change: {
    says: "The product changes: a third of the feed will now come from accounts that the reader does not follow. What do you add, and what becomes harder?",
    topics: ["retrieval-and-ranking", "embeddings", "index-serving", "cold-start", "exploration", "adversaries"],
  },
  drills: [
    {
      drill: "hot-key",
      says: "An account that nearly everybody follows posts during a final. What happens to the machines that hold its post?",
    },
    {
      drill: "cache-cold",
      says: "A deploy empties the cache of prepared feeds at eight in the evening. What does the next minute look like?",
    },
    {
      drill: "feature-store-down",
      says: "The store with counts per author and reader stops answering. What do people see?",
    },
    { drill: "region-lost", says: "One of the data centres is gone for an hour. Who still has a feed?" },
  ],
  reference: "news-feed",
});
