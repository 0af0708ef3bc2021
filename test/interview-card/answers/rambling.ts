import type { Answer } from "../answer.ts";

export const rambling: readonly Answer[] = [
  {
    id: "rambling-feed-goal",
    problem: "news-feed",
    voice: "rambling",
    text: "So before I talk about any model, and I know everybody wants to jump there, I would want to understand what the company gets out of a better feed, because at my last place we spent a year making people click more and then it turned out they left after three months, so for me the thing to move is how many people still open the app thirty days later, that is what keeps the ad money coming, and clicks or minutes are only things I would look at on the way. And while we push that up, reports of bad content and the time the feed takes to load must not get worse, those I would hold fixed.",
    says: ["business-objective", "owning-the-problem", "online-metrics", "guardrails"],
    denies: [],
  },
  {
    id: "rambling-moderation-people",
    problem: "content-moderation",
    voice: "rambling",
    text: "There will always be posts where the machine is not sure, and honestly I think the middle band between say 0.4 and 0.9 should go to moderators, and then you have to ask how many there are, since two hundred thousand posts in that band a day at half a minute each is more people than we have, so the band must be set by how many they can look at, and the nasty ones, child safety, go to a special team within the hour. Whoever got removed wrongly can ask for a second look, and if we were wrong that goes back as a training example. We also pay three people to look at the same sample each week to see whether they even agree.",
    says: ["human-review", "threshold-choice", "appeals", "labels", "feedback-loop"],
    denies: [],
  },
  {
    id: "rambling-video-cold",
    problem: "video-recommendation",
    voice: "rambling",
    text: "What about a video that was uploaded ten minutes ago, nobody watched it, so collaborative anything is blind, and there I'd lean on what's in it: the frames through a pretrained vision encoder, the sound track, the title, put together late in one vector, and I would give each new upload a few hundred guaranteed impressions, like five percent of the slots, so that we learn whether it's any good, with Thompson sampling rather than pure dice. New viewers get what's popular in their country until they've watched five things. And I'd make sure that the list isn't ten videos from one creator, max two per page.",
    says: ["cold-start", "multi-modal", "pretrained-models", "embeddings", "exploration", "diversity", "baseline"],
    denies: [],
  },
  {
    id: "rambling-platform-teams",
    problem: "multi-model-serving",
    voice: "rambling",
    text: "You have, what, forty teams, each with a couple of models, and if every one of them gets its own cluster then you pay for machines that sit around doing nothing all night, so I'd put small ones together on the same boxes, with a router in front that knows which version lives where, and each team gets so many requests a second, after which it is turned away, so one team's batch job cannot starve the checkout. The bill gets split by use at the end of the month. Big ones get their own GPUs with Triton, because it batches by itself. It adds machines when the queue gets long, not when the CPU is hot.",
    says: ["multi-model-serving", "multi-tenancy", "cost-optimisation", "capacity", "serving-infrastructure"],
    denies: [],
  },
  {
    id: "rambling-driving-rare",
    problem: "driving-perception",
    voice: "rambling",
    text: "The thing is that ninety nine percent of the road is boring, and what kills you is the mattress on the highway or somebody in a wheelchair chasing a duck, so I would spend my time on finding those, mining the fleet's recordings for moments when the driver braked hard or when two of our models disagreed, sending those to be annotated first since a frame with boxes costs maybe two dollars, and the ones that we cannot find we build in the simulator and replay thousands of times before any release. The car itself has to fit in thirty watts and a fixed number of milliseconds, there is no cloud to ask in a tunnel.",
    says: ["long-tail", "labelling-cost", "simulation", "on-device", "data-sources"],
    denies: [],
  },
  {
    id: "rambling-recommendation-later",
    problem: "recommendation-engine",
    voice: "rambling",
    text: "I'd keep it simple in the beginning, really: most bought in the last week per department, since that costs nothing and everything fancier has to beat it, and then a gradient boosted ranker over a few hundred candidates. People love to talk about bandits, but I would leave exploring for later, once the basics run, and the same goes for learning continuously from the stream, that can wait, a nightly job is plenty here. And no deep network at first. Where I would not save is the check that what the model sees when it answers is what it saw in training, log the inputs at serving and train from these.",
    says: ["baseline", "model-choice", "retrieval-and-ranking", "training-serving-skew", "training-pipeline"],
    denies: ["exploration", "online-learning"],
  },
];
