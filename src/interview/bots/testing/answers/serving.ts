import type { AnswerBank } from "./answer.ts";

export const serving: AnswerBank = {
  "serving-mode": {
    how: "I'd do this online, at request time, because the last few clicks of the session change the answer; candidates for everyone who was active this month are computed ahead every night, so the online part only has to score and sort.",
    price:
      "Scoring everything in a nightly batch would be far cheaper but stale by up to a day, and two thirds of visitors have no fresh row.",
  },
  "latency-budget": {
    how: "Of the 150 ms the gateway gets 10, features 15, retrieval 30, ranking 50, reordering 10, and the rest is slack for the network. Each call has a timeout at its budget, since one slow shard would otherwise eat the whole request.",
    size: "10, 15, 30 and 50 ms, and 35 ms left over.",
  },
  caching: {
    how: "In front of the ranker I keep the finished list per user in Redis for 60 seconds. People reload a lot, so I'd expect a hit rate of 30%, and a purchase invalidates the entry right away.",
    size: "60 seconds, about 30% hits.",
    price: "A longer lifetime saves machines but then people see what they just bought.",
  },
  capacity: {
    how: "One replica does about 100 requests per second at 60% CPU, so 2,000 at peak needs 20, and I'd run 28 so we can lose a zone. Autoscaling goes by queue length, and above the limit we shed load: bots first, then the second page.",
    size: "28 replicas at 100 requests per second each.",
  },
  fallback: {
    how: "If the ranker doesn't answer in 60 ms or is down, we serve the popular list of that country, which sits in memory on every gateway and is refreshed hourly. Users see something plain but never an empty page.",
    size: "After 60 ms; I'd expect it for less than 0.5% of requests.",
  },
  rollout: {
    how: "A new model first runs in shadow for a day, scoring live traffic without showing anything, then gets 1% of users as a canary for two hours, then 10, 50 and 100 percent, each step only if errors and latency hold.",
    size: "One day of shadow, 1% for two hours.",
  },
  rollback: {
    how: "Going back is one switch: the previous version stays loaded, and if the error rate doubles or conversion in the canary falls by 5% the controller flips the alias back by itself, within a minute, and pages us afterwards.",
    size: "Back within one minute.",
  },
  "model-registry": {
    how: "Every model that passes goes into the registry with its version, training data, metrics and who approved it. Serving only loads by alias, champion or challenger, so we always know what is live and what it came from.",
  },
  "serving-infrastructure": {
    how: "Trees run inside the ranking service as an ONNX file on plain CPUs, no separate server needed. For the encoder I'd use Triton on a T4 with dynamic batching of up to 32 requests or 5 ms, whichever is first.",
    size: "Batches of 32, a wait of 5 ms at most.",
  },
  "cost-optimisation": {
    how: "To get the bill down: distil the encoder from 12 to 4 layers and quantise to int8, which is about four times cheaper and lost 0.3% in our metric; training goes on spot machines with checkpoints.",
    size: "From $40k to about $10k a month.",
  },
  "index-serving": {
    how: "Vectors sit in an HNSW index, rebuilt nightly and swapped in as a whole, with new items added every ten minutes. With ef of 128 we get 97% of the true neighbours in 6 ms; I'd rather go down to 95% than take 15 ms.",
    size: "97% recall at 6 ms.",
  },
  "multi-model-serving": {
    how: "Models share a pool of machines: a router knows which replica holds which model, small ones are packed together by memory, the rarely used are unloaded after ten minutes and loaded on demand in about two seconds, and the ten busiest have their own replicas so a noisy one can't starve them.",
  },
  "human-review": {
    how: "Scores between 0.6 and 0.9 go to people. Forty reviewers manage 200 cases a day each, so 8,000; the queue is sorted by expected harm, the worst go straight to a senior tier with an answer within one hour.",
    size: "8,000 cases a day with 40 people.",
  },
  appeals: {
    how: "Somebody whose post was taken down can object with one tap, a different reviewer sees it within 24 hours without the first verdict, and overturned cases go back as labels with a higher weight, because that's where the model is wrong.",
  },
  adversaries: {
    how: "They will adapt within days: misspellings, text in pictures, many small accounts. So we normalise lookalike letters, train on adversarial rewrites, keep the exact score hidden so nobody can probe for the threshold, and watch for clusters of new accounts that behave alike.",
  },
  "on-device": {
    how: "It runs on the device, so the model has to fit into 200 MB and 10 watts; we quantise to int8 and prune, and updates go over the air in rings, signed, with the old image kept in a second partition to boot from.",
  },
  security: {
    how: "Documents carry their access list into the index and we filter by the user's groups before retrieval, not after. What's in a document is data, never an instruction, so tool calls are off, and keys sit in a vault and rotate every 90 days.",
  },
  "build-or-buy": {
    how: "I wouldn't build everything. A managed feature store costs us about $4k a month, running our own would take half an engineer which is more than double that; the ranking itself is what sets us apart, so that one we keep in house.",
    price:
      "Buying is faster, the downside is lock-in: if the vendor doubles the price we need about a quarter to move.",
  },
  "latency-or-accuracy": {
    how: "A cross-encoder would rank better by two percent but takes 200 ms more. I'd use it only on the top 20 and accept what we lose below, since a slower page costs more conversions than better ranking brings.",
  },
  "online-or-offline": {
    how: "Precompute or on request? Precomputing is cheap and cannot fail at night, but it is stale and wasted on people who never come; on request is fresh but costs GPUs at peak. I'd precompute candidates and rank on request.",
  },
  "cost-or-performance": {
    how: "The larger model gains 0.4% and doubles the bill, $15k more a month. At our margin 0.4% is worth about $50k, so it pays here, but for the small markets it would not and they get the small one.",
  },
  auction: {
    how: "Each ad gets an expected value per impression, bid times predicted click rate, plus a quality score. The winner pays what the second would have had to bid, and a reserve price keeps us from selling slots below what they cost us in annoyance.",
  },
  "bid-and-pacing": {
    how: "In first-price auctions we shade the bid, from a model of how the win rate rises with price. A pacing controller looks every minute at what is spent against the plan of the day and multiplies all bids by a factor between 0.3 and 1.2.",
  },
  "price-rules": {
    how: "Whatever the model says, a price stays between cost plus 5% and the list price, moves by at most 10% a day, and never depends on who you are, only on time and stock, since the law and common sense say so.",
  },
  "multi-tenancy": {
    how: "Fifty teams share it, so each has a quota of CPU and requests, its own namespace, and gets charged for what it uses. A team over its quota is throttled and not the others, and onboarding is a config file, no ticket.",
  },
  "notification-limits": {
    how: "Nobody gets more than three pushes a day or the same thing twice in a week, quiet hours from 10 pm; each ignored message halves the chance of the next one, because people who mute us are lost.",
  },
};
