import type { Answer } from "../answer.ts";

export const warStories: readonly Answer[] = [
  {
    id: "war-feed-rollback",
    problem: "news-feed",
    voice: "war stories",
    text: "We once pushed a model on a Friday, the scores were all the same for iOS because somebody renamed a column upstream, and it took us four hours to find it. Since then I do three things: the producer can't change a field without a contract test, the old model stays loaded and one command puts it back, and nothing goes to more than one percent before lunch. When we dig, we start with what changed in the last day and cut by platform.",
    says: ["data-quality", "rollback", "rollout", "debugging"],
    denies: [],
  },
  {
    id: "war-ads-calibration",
    problem: "ads-click-prediction",
    voice: "war stories",
    text: "In 2019 we raised AUC by two points and lost four percent of revenue. Why? The new network said 0.08 where the truth was 0.04, so we bought clicks at double their worth. Ordering was better, the level was wrong. So now predicted over observed has to be between 0.97 and 1.03 in every country before anything ships, and I care about log loss more than AUC.",
    says: ["calibration", "offline-online-gap", "offline-metrics", "slices", "validation"],
    denies: [],
  },
  {
    id: "war-platform-migration",
    problem: "multi-model-serving",
    voice: "war stories",
    text: "When we moved eighty services off the old Python monolith it took two years, because twelve teams read its tables without telling anybody. So count the consumers first. We'd looked at SageMaker, the quote was two million a year, and our own ran on four people and six hundred thousand, though to be honest the on-call was miserable. At night half of the GPUs were idle until we filled them with batch jobs.",
    says: ["organisation", "technical-debt", "build-or-buy", "cost-optimisation"],
    denies: [],
  },
  {
    id: "war-fraud-attack",
    problem: "fraud-detection",
    voice: "war stories",
    text: "One December a ring tested stolen cards with one cent donations, eleven thousand in an hour, and our daily features saw nothing till morning. So: counters per card, per device, per address over one minute windows, and the graph of who shares what. They also learn what passes, so I add a bit of noise to the limits and never tell the caller why. Thirty analysts looked at the queue, forty cases each per day, that's your capacity, so the cut follows from it.",
    says: ["streaming-features", "graph-features", "adversaries", "human-review", "threshold-choice"],
    denies: [],
  },
  {
    id: "war-search-flywheel",
    problem: "search-ranking",
    voice: "war stories",
    text: "What made our search good was not the ranker. Better results brought more searches, more searches more clicks to learn from, and the competitor never caught up. But clicks favour whatever is on top, so we shuffled two neighbours now and then and learned how much a position is worth. And the queries, 'iphnoe chrger', you have to repair before anything else, and guess whether they want to buy or to read.",
    says: ["data-flywheel", "data-bias", "exploration", "query-understanding"],
    denies: [],
  },
  {
    id: "war-recommendation-notifications",
    problem: "recommendation-engine",
    voice: "war stories",
    text: "At my old shop we mailed people three times a day, opens went up for a week, then a tenth of them unsubscribed. Now it is two a week at most per person. Other lesson: our index was built on Monday and the catalogue changed daily, a third of what we showed was sold out. Rebuild every hour, filter stock when answering. And the drift of my old Volvo aside, the only drift that ever hurt was Black Friday, when the inputs looked like nothing in training.",
    says: ["notification-limits", "index-serving", "drift", "ensemble-and-rules"],
    denies: [],
  },
];
