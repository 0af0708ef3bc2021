import { defineProblem } from "../problem.ts";
import { howMany, howRare, usual } from "./wordings/usual.ts";

export default defineProblem({
  id: "content-moderation",
  title: "Moderation of posts on a social platform",
  level: "junior",
  statement:
    "People post text, pictures and short videos on our platform, and some of it breaks our rules: hate, violence, fraud and other things. We mostly find out after others have seen it. " +
    "Design the system that decides what happens to a new post.",
  objective: "Fewer views of posts that break the rules, without removing posts that do not.",
  data: "Posts with text and media, samples of views, reports by viewers, decisions of reviewers with the rule they applied, and shared lists of known illegal pictures.",
  constraints: [
    "Private messages and live streams are out of scope.",
    "There is a rule book, and it changes every quarter.",
  ],
  facts: [
    {
      id: "traffic",
      topic: "scale",
      asked: [...usual.traffic, "post|upload .. second|minute|day", "how many post|upload|video|image|picture"],
      tells:
        "Two million posts a day: 23 a second on average, 70 a second at the peak. Six in ten have a picture and 6% a video.",
      quantity: { path: "requirements.scale.requests.peak", words: "70/s" },
      secret: ["two million", "70 a second", "23 a second"],
    },
    {
      id: "size",
      topic: "scale",
      asked: [
        ...usual.people,
        ...howMany("user|author|member|viewer|account|language|country"),
        "which|what language",
        "which|what country",
        "multiple|several|many language",
      ],
      tells: "18 million people, and eight languages make up 96% of posts.",
      quantity: { path: "requirements.scale.users", words: "18M" },
      secret: ["18 million", "eight languages"],
    },
    {
      id: "latency",
      topic: "latency-requirement",
      asked: [
        ...usual.latency,
        "before or|and after .. publish|published|post|posted|visible|live",
        "block .. publish|posting",
        "how long .. hold|delay",
        "pre moderat*",
        "go|goes|going live",
      ],
      tells: "A post may wait: 25 seconds at the 99th percentile, videos included, and 60 seconds is the limit.",
      quantity: { path: "metrics.guardrails[1].target", words: "<= 25s" },
      secret: ["25 seconds", "60 seconds"],
    },
    {
      id: "label-source",
      topic: "labels",
      asked: [
        ...usual.labelSource,
        "who decide .. violate|break|violation|rule",
        "reviewer agree|agreement|consistent",
      ],
      tells:
        "Verdicts of reviewers, about 16,000 a day at 25 cents each, with one in ten read twice. Reviewers disagree on 9%. 1,500 posts a day are drawn by chance.",
      secret: ["16,000", "25 cents", "1,500"],
    },
    {
      id: "label-delay",
      topic: "label-delay",
      asked: [...usual.labelDelay, "how long|soon|quick .. verdict|reviewed|report|reported"],
      tells: "A verdict takes up to 4 hours. Reports by viewers come after 7 hours on average.",
      quantity: { path: "data.labels[0].delay", words: "4h" },
      secret: ["4 hours", "7 hours"],
    },
    {
      id: "class-balance",
      topic: "class-imbalance",
      asked: [
        ...howRare("violation|violate|violating|harmful|bad|break|positive|abuse|toxic|hate"),
        "how much .. harmful|bad|violating|abuse",
      ],
      tells:
        "0.8% of posts break a rule, over six kinds; illegal goods and self-harm are far rarer than hate or nudity.",
      quantity: { path: "data.labels[0].balance", words: "0.8%" },
      secret: ["0.8%", "six kinds"],
    },
    {
      id: "data-history",
      topic: "data-freshness",
      asked: usual.history,
      tells:
        "Verdicts are kept for 2 years with their post. A post reaches us within five seconds, and an edit counts as a new post.",
      quantity: { path: "data.retention", words: "2y" },
      secret: ["2 years", "five seconds"],
    },
    {
      id: "error-costs",
      topic: "error-costs",
      asked: usual.errorCosts,
      tells:
        "A wrong removal silences a person and costs about 9 dollars for the appeal, apart from trust. A miss spreads at some 40 views a minute. The worst would be removing a call for help.",
      secret: ["9 dollars", "40 views", "call for help"],
    },
    {
      id: "today",
      topic: "current-solution",
      asked: usual.today,
      tells:
        "Hash lists for known illegal pictures, 400 words that hide a post, and viewers' reports. The words find 22% of violations, with three harmless posts hidden for each.",
      secret: ["400 words", "22%"],
    },
    {
      id: "reviewers",
      topic: "human-review",
      asked: [
        "how many reviewer|moderator",
        "reviewer|moderator capacity|number|count|hour|available|have|work|cost",
        "human review|reviewer|moderator|moderation",
        "have reviewer|moderator",
        "review capacity|team|queue",
        "manual review|moderation",
        "how many .. review|moderate",
        "moderation team|staff",
      ],
      tells:
        "78 reviewers, of whom 14 are at work at any time on average, more in the evening. One case takes about 45 seconds.",
      quantity: { path: "serving.review.reviewers", words: "14" },
      secret: ["78 reviewers", "45 seconds"],
    },
    {
      id: "privacy",
      topic: "privacy-and-compliance",
      asked: [...usual.privacy, ...usual.regulation, "dsa"],
      tells:
        "GDPR and the Digital Services Act: each removal needs a stated reason, a complaint may not be decided by a machine alone, and we never infer health, belief or origin of authors.",
      secret: ["digital services act", "by a machine alone"],
    },
    {
      id: "budget",
      topic: "cost-limit",
      asked: usual.budget,
      tells: "240,000 dollars a month, of which about 15,000 is for machines; people are the rest.",
      quantity: { path: "requirements.constraints.budget", words: "240k $/month" },
      secret: ["240,000 dollars"],
    },
    {
      id: "team",
      topic: "organisation",
      asked: usual.team,
      tells:
        "Eleven engineers who share the on-call, four policy experts, and a legal department that owns the rule book.",
      quantity: { path: "requirements.constraints.team.engineers", words: "11" },
      secret: ["eleven engineers", "four policy experts"],
    },
    {
      id: "availability",
      topic: "availability",
      asked: usual.availability,
      tells: "99.9%. If we are away, posts wait in the queue; after a minute they are published and checked later.",
      quantity: { path: "requirements.constraints.availability", words: "99.9%" },
      secret: ["99.9%", "checked later"],
    },
  ],
  challenges: [
    { topic: "multi-modal", why: "A harmless picture and a harmless sentence can break a rule together." },
    { topic: "adversaries", why: "People change spelling, crops and sound within days of a release to get through." },
    {
      topic: "precision-or-recall",
      why: "Removing too much silences people, removing too little lets harm spread; the balance differs by rule.",
    },
  ],
  mustDiscuss: [
    "human-review",
    "appeals",
    "multi-modal",
    "adversaries",
    "precision-or-recall",
    "threshold-choice",
    "labels",
    "labelling-cost",
    "class-imbalance",
    "fairness",
    "baseline",
    "pretrained-models",
    "offline-metrics",
    "feedback-loop",
    "retraining",
    "drift",
    "fallback",
  ],
  change: {
    says: "We open in a country whose language none of your reviewers read, in four weeks. What do you do with posts from there?",
    topics: ["human-review", "pretrained-models", "labels", "threshold-choice", "fairness"],
  },
  drills: [
    {
      drill: "traffic-10x",
      says: "A violent event happens and posts about it arrive at ten times the usual pace, many of them copies of one clip. What gives way first?",
    },
    {
      drill: "new-regulation",
      says: "A new law gives us one hour from a report to a decision for one kind of content. What has to change?",
    },
    {
      drill: "bad-release",
      says: "A new version removes twice as many posts in one language, and most of them were fine. How is it found and taken back?",
    },
    {
      drill: "input-drift",
      says: "Authors begin to put their words into pictures. What do your numbers show, and when?",
    },
  ],
  reference: "content-moderation",
});
