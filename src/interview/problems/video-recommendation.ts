import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "video-recommendation",
  title: "What to watch next in a video app",
  level: "senior",
  statement:
    "Our app shows short and long videos, one page after another. People who follow nobody see the same national hits, and many new viewers do not come back. " +
    "Design the system that chooses the next page.",
  objective: "More viewers come back the week after, because what they watched was worth it to them.",
  data: "What was shown, reports of the player while a video runs, likes and shares, the videos with frames, sound and title, and answers to short surveys.",
  constraints: [
    "Search, advertising and live streams are out of scope.",
    "Illegal content is removed before it can be shown.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "page|feed|view .. second|day", "how many page"],
      tells: "2,500 pages a second on average and 8,000 a second at the peak; traffic doubles in two years.",
      quantity: { path: "requirements.scale.requests.peak", words: "8k/s" },
      secret: ["2,500 pages", "8,000 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...usual.things,
        ...howMany("user|viewer|video|creator|item"),
        "upload|new video .. day",
        "how many upload",
      ],
      tells: "30 million viewers a month and 20 million videos, with 300,000 uploads a day.",
      quantity: { path: "requirements.scale.items", words: "20M" },
      secret: ["30 million", "20 million", "300,000"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: usual.latency,
      tells: "200 ms at the 99th percentile for a page of eight; the app waits 400 ms at most.",
      quantity: { path: "metrics.guardrails[0].target", words: "<= 200ms" },
      secret: ["200 ms", "400 ms"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "watch time|completion",
        "survey",
        "watch* or|and|versus liked",
        "explicit feedback|signal|rating",
      ],
      tells:
        "Watching to the end, likes and shares from the player, and 40,000 survey answers a day to whether a video was worth the time. One viewer in nine ever likes anything.",
      secret: ["40,000", "one viewer in nine"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon .. liked|return"],
      tells: "Watching is known within 2 hours, likes and surveys within 6. Whether somebody comes back takes a week.",
      quantity: { path: "data.labels[0].delay", words: "2h" },
      secret: ["within 2 hours"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: howRare("finish|finished|watch|watched|liked|positive|click|completion"),
      tells: "11% of what is shown is watched to the end, 1.2% is liked or shared.",
      quantity: { path: "data.labels[0].balance", words: "11%" },
      secret: ["11%", "1.2%"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells:
        "90 days, about five billion shown videos in a month after sampling. Player reports reach us in ten seconds.",
      quantity: { path: "data.retention", words: "90d" },
      secret: ["90 days", "five billion", "ten seconds"],
    },
    {
      id: "new-videos",
      topic: "cold-start",
      asked: [
        "cold start",
        "new|fresh video|upload|creator|viewer|user .. handled|shown|treated|promise|get|need|seen|appear|chance",
        "how fast|soon|quick|quickly .. upload|video",
        "how old|fresh .. video",
        "new creator",
        "signed|logged in",
        "anonymous",
        "new viewer|user .. many|share|know|how",
      ],
      tells:
        "Topics rise and fall within hours, so a new video must be findable in minutes. Half of the viewers are signed in; for the others we know the session and the country.",
      secret: ["findable in minutes", "half of the viewers"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: [...usual.errorCosts, "harmful|extreme|rabbit hole|unsafe"],
      tells:
        "A dull video costs a swipe. A harmful one on the page of a minor can cost a fine. The worst is a row of ever more extreme videos.",
      secret: ["costs a swipe", "ever more extreme"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells:
        "Hits per country mixed with followed channels, ranked by trees over 60 counts. 62% of viewers come back in the next week.",
      secret: ["60 counts", "62%"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "minor|children|kid|teenager"],
      tells: "GDPR; no profiles of accounts under 16; and a feed without profiling has to be offered to everybody.",
      secret: ["under 16", "without profiling"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "70,000 dollars a month, accelerators included.",
      quantity: { path: "requirements.constraints.budget", words: "70k $/month" },
      secret: ["70,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Fourteen engineers, with an on-call. The player team sends watch reports, trust and safety the list of topics that may not be amplified.",
      quantity: { path: "requirements.constraints.team.engineers", words: "14" },
      secret: ["fourteen engineers", "trust and safety"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.95%. An empty page closes the app.",
      quantity: { path: "requirements.constraints.availability", words: "99.95%" },
      secret: ["99.95%"],
    },
  ],
  challenges: [
    {
      topic: "cold-start",
      why: "Hundreds of thousands of new videos a day have no watch of their own, and neither have new viewers.",
    },
    { topic: "data-bias", why: "Position, length and exposure all look like taste in the logs." },
    { topic: "multi-objective", why: "Time watched, time well spent and health of creators pull apart." },
    { topic: "capacity", why: "Every page asks for hundreds of predictions by a heavy model." },
  ],
  mustDiscuss: [
    "retrieval-and-ranking",
    "embeddings",
    "exploration",
    "cold-start",
    "multi-objective",
    "data-bias",
    "labels",
    "offline-online-gap",
    "multi-task",
    "index-serving",
    "latency-budget",
    "feature-freshness",
    "guardrails",
    "diversity",
    "ab-test",
    "fallback",
    "drift",
  ],
  change: {
    says: "Management wants the same recommendations on televisions, where several people share one account and a page has three times as many places. What changes?",
    topics: ["capacity", "latency-budget", "cold-start", "diversity", "cost-optimisation"],
    changes: [{ path: "requirements.scale.requests.peak", words: "12k/s" }],
  },
  drills: [
    {
      drill: "traffic-10x",
      says: "A concert ends, and ten times as many people open the app in the same minute. What do they get?",
    },
    {
      drill: "model-server-down",
      says: "The machines with the heavy model are out of reach. What is on the next page?",
    },
    {
      drill: "input-drift",
      says: "School holidays begin in three countries at once. Which numbers move, and is it an error?",
    },
    {
      drill: "upstream-schema-change",
      says: "A new player version reports milliseconds where it reported seconds. What do you train on tonight?",
    },
  ],
  reference: "video-recommendation",
});
