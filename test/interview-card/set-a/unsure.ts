import type { Answer } from "../answer.ts";

export const unsure: readonly Answer[] = [
  {
    id: "unsure-recommendation-start",
    problem: "recommendation-engine",
    voice: "unsure",
    text: "Hmm, I think I would first ask how many users there are? I'm not sure, maybe ten million users and a hundred thousand products, let's assume that. I guess it matters for sales. I haven't done this before, but probably I'd show the most popular things first and then maybe try matrix factorisation, if it's better on a hold-out of the last week.",
    says: ["scale", "assumptions", "business-objective", "baseline", "model-choice", "validation"],
    denies: [],
  },
  {
    id: "unsure-fraud-store",
    problem: "fraud-detection",
    voice: "unsure",
    text: "I've read about point in time something? Like, you must not use what you only found out later. I think the label comes when the customer complains, that could be two months? So the last two months have no good labels, I suppose we could use what analysts decide in the meantime. I don't know how fast it must be, perhaps 100 milliseconds, because somebody stands at the till.",
    says: ["leakage", "labels", "label-delay", "latency-requirement", "users-and-use"],
    denies: [],
  },
  {
    id: "unsure-moderation-model",
    problem: "content-moderation",
    voice: "unsure",
    text: "Maybe one could take a BERT that exists already and train it a bit on our posts? And CLIP for pictures, and then, hmm, join both at the end. I'm worried that it just memorises, so I'd use weight decay and stop when validation gets worse. Labels are expensive I think, so one could let the model choose which posts to label next? Some hard rules for known bad links on top.",
    says: ["pretrained-models", "multi-modal", "overfitting", "labelling-cost", "ensemble-and-rules"],
    denies: [],
  },
  {
    id: "unsure-pipeline-failure",
    problem: "real-time-ml-pipeline",
    voice: "unsure",
    text: "If the stream processor dies, hmm, I guess the features just get older? So I'd send the last known value with its age, and if it's older than an hour use the average instead. I'm not sure about how to tell anyone, maybe an alarm when the newest event is more than five minutes old. And for the old data one needs to compute it all again, a backfill, with the same code hopefully.",
    says: ["fallback", "feature-freshness", "data-monitoring", "alerting", "data-pipeline", "training-serving-skew"],
    denies: [],
  },
  {
    id: "unsure-video-serving",
    problem: "video-recommendation",
    voice: "unsure",
    text: "Could it be computed overnight? Like a list per user? But then, hmm, what they watched this evening isn't in it, so probably when they open the app, even if that costs more machines. I think I'd keep the overnight list in case the live thing is too slow. And I wouldn't worry about batteries or phones, it's all on our side, right?",
    says: ["serving-mode", "online-or-offline", "fallback"],
    denies: ["on-device"],
  },
  {
    id: "unsure-rag-cost",
    problem: "rag",
    voice: "unsure",
    text: "I don't really know what tokens cost now, maybe two dollars per million? Then with three thousand tokens per question and fifty thousand questions a day that's, um, three hundred a day. Could we remember answers for the same question? The bigger model is better but slower, people wait eight seconds, so maybe the small one. I'd ask legal whether the documents may leave our network.",
    says: ["cost-limit", "caching", "scale", "latency-or-accuracy", "privacy-and-compliance"],
    denies: [],
  },
];
