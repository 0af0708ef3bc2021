import type { Answer } from "../answer.ts";

export const wrongButConfident: readonly Answer[] = [
  {
    id: "wrong-fraud-accuracy",
    problem: "fraud-detection",
    voice: "wrong but confident",
    text: "We measure accuracy, it is the only honest number, and with a neural network we get 99.9 percent on day one. I split the rows at random, eighty to twenty. Class imbalance is not a problem for modern networks, so nothing to do there. Chargebacks arrive within seconds, so we train on yesterday's. No threshold needed, the network says yes or no.",
    says: ["offline-metrics", "model-choice", "validation", "label-delay", "training-pipeline"],
    denies: ["class-imbalance", "threshold-choice"],
  },
  {
    id: "wrong-search-batch",
    problem: "search-ranking",
    voice: "wrong but confident",
    text: "I would compute the results for all possible queries every night and put them in a big key value store, so serving is one lookup of one millisecond, no servers for models at all. A cache is unnecessary then. New words of today simply have no results until tomorrow, nobody will notice. Storage is about one petabyte, that is cheap.",
    says: ["serving-mode", "cost-or-performance"],
    denies: ["caching"],
  },
  {
    id: "wrong-rag-context",
    problem: "rag",
    voice: "wrong but confident",
    text: "With a million tokens of context you do not need retrieval, put all documents in the prompt, so no chunking, no vector index. GPT never makes things up when the text is there. We evaluate by asking the model whether its answer was good, that is always right. Latency is about twenty seconds at the 99th percentile, which is fine because users like to see it think.",
    says: ["rag-evaluation", "latency-requirement"],
    fair: ["pretrained-models"],
    denies: ["chunking", "index-serving"],
  },
  {
    id: "wrong-driving-camera",
    problem: "driving-perception",
    voice: "wrong but confident",
    text: "A camera sees everything a human sees, so radar and lidar are a waste and we leave them out. One network from pixels to the wheel. If the computer dies the driver takes over, there is no need for a second one. We test on public roads, simulation is never like reality, so we skip it. The model runs in the data centre over 5G, thirty milliseconds each way.",
    says: ["model-choice", "serving-mode"],
    denies: ["sensor-fusion", "safety-case", "simulation"],
  },
  {
    id: "wrong-recommendation-leak",
    problem: "recommendation-engine",
    voice: "wrong but confident",
    text: "The best feature is whether the person bought the item in the following week, it gives an AUC of 0.99, so that goes in first. Then we add the star rating. All features are computed in Python for training and in Java for serving, two teams, that keeps them independent. Retraining is once per year, tastes do not change. If something fails we show an error page.",
    says: ["feature-engineering", "offline-metrics", "training-serving-skew", "retraining", "fallback"],
    denies: [],
  },
  {
    id: "wrong-pipeline-once",
    problem: "real-time-ml-pipeline",
    voice: "wrong but confident",
    text: "Kafka guarantees everything, so duplicates cannot happen and we do no checks on the data whatsoever. One big machine handles two million events per second, no need to scale out. If it restarts we lose perhaps an hour, acceptable. Features are five minutes old at most, the tumbling windows make that sure, and every team just writes into the same topic with whatever fields they like.",
    says: ["scale", "stream-processing", "feature-freshness", "streaming-features"],
    fair: ["capacity"],
    denies: ["data-quality"],
  },
];
