import type { Answer } from "../answer.ts";

export const sarcastic: readonly Answer[] = [
  {
    id: "sarcastic-spam-monitoring",
    problem: "spam-classifier",
    voice: "sarcastic",
    text: "Oh sure, let's ship it and never look at it again, who needs monitoring, the users will write us angry letters anyway. Seriously though: I'd put a hundred random mails a day before two people, so that I know the real precision, and if it falls under 99.5 the mail goes to the owner of the model and the block turns into a warning banner.",
    says: ["performance-monitoring", "alerting", "labels", "fallback"],
    denies: [],
  },
  {
    id: "sarcastic-recommendation-deep",
    problem: "recommendation-engine",
    voice: "sarcastic",
    text: "Everybody puts a transformer on the slide, it looks great, and it costs eight times as much for half a percent that nobody can measure. I would start with 'people who bought this also bought', which is a SQL query, and let the fancy one prove itself in a split test against it. Quantise it if you must have it. And please no feature store, we have eleven features and one table.",
    says: ["baseline", "cost-or-performance", "ab-test", "cost-optimisation"],
    fair: ["model-choice"],
    denies: ["feature-store"],
  },
  {
    id: "sarcastic-moderation-fair",
    problem: "content-moderation",
    voice: "sarcastic",
    text: "The last vendor told us 'ninety seven percent accurate', on English, on Tuesday, in their office. In Swahili it was a coin toss. So I want the numbers per language, and the share of wrong removals for dialect speakers next to everyone else's, and a release that is fine on average and terrible for Tagalog does not go out. We could also build the whole thing ourselves, but for the child abuse hashes you buy the industry list, full stop.",
    says: ["slices", "fairness", "build-or-buy"],
    denies: [],
  },
  {
    id: "sarcastic-bidding-buzz",
    problem: "real-time-bidding",
    voice: "sarcastic",
    text: "My favourite design doc had 'AI-driven synergy' in the title and a bid of two dollars for every banner on earth. Budget gone at nine in the morning. So: a controller that looks each minute at what was spent against the plan and lowers the multiplier. Bots click too, by the way, with great enthusiasm, so clicks from data centres are thrown out before training, otherwise we teach the model to love robots.",
    says: ["bid-and-pacing", "adversaries", "data-quality"],
    denies: [],
  },
  {
    id: "sarcastic-feed-engagement",
    problem: "news-feed",
    voice: "sarcastic",
    text: "Optimise for comments, they said. Know what gets comments? People yelling at their uncle. We trained a machine that makes families fight, congratulations. Now the score is a weighted sum: likely like, likely hide, likely long read, and the hide counts minus twenty, one net with a head for each. And it feeds itself: what is shown gets clicked gets shown. We keep two percent of slots random to see what the machine does not want us to see.",
    says: ["multi-objective", "multi-task", "feedback-loop", "exploration"],
    denies: [],
  },
  {
    id: "sarcastic-automl-debt",
    problem: "automl-platform",
    voice: "sarcastic",
    text: "Lovely: three hundred models made with one click, nobody knows who made them, and six of them set prices. Each needs an owner by name, and one that nobody has called for ninety days is deleted. And half the inputs are columns that somebody's cron job fills, which is how you get paged for a spreadsheet. Do we even need machine learning for a table of forty rows? A rule of thumb will do.",
    says: ["technical-debt", "is-ml-needed"],
    denies: [],
  },
];
