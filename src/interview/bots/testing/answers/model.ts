import type { AnswerBank } from "./answer.ts";

export const model: AnswerBank = {
  baseline: {
    how: "I'd start with something dull: most popular in the last 24 hours per country, and then a logistic regression on twenty features. If the fancy model does not beat that by at least 3%, it is not worth running.",
    size: "It has to beat the simple one by 3%.",
  },
  "model-choice": {
    how: "Next step is gradient boosted trees, since the data is tabular and they handle missing values; a hundred trees score 500 candidates in 8 ms on a CPU. I'd only go to a neural network once we have text and images that trees can't use.",
    size: "300 trees, depth 6, scoring 500 items in 8 ms.",
    price:
      "Boosted trees versus a deep model: we give up a little quality, but training takes 20 minutes rather than a day and we don't need GPUs.",
  },
  "retrieval-and-ranking": {
    how: "It's a funnel: from ten million items several generators, nearest neighbours on embeddings plus popular ones, fetch about 500 in 20 ms, a ranker scores those 500, and a last step reorders the top 50 and shows ten.",
    size: "10 million, then 500, then 50, then ten.",
    price: "Fewer candidates are faster but lose recall; at 500 we keep 95% of what the full scan would have shown.",
  },
  "loss-and-objective": {
    how: "The loss is binary cross-entropy on the purchase, with rows weighted by the price so that an expensive sale counts more. Pairwise may be better for the order within a page, so LambdaRank would be my second step.",
  },
  "multi-objective": {
    how: "There are several goals that pull in different directions: purchases, satisfaction, seller exposure. The model predicts each one with its own head, and the final score is a weighted sum whose weights product signs off; hard limits, like a minimum exposure for new sellers, are constraints and not weights.",
    price: "With weights it is simple to steer, but then every change of a weight needs its own experiment.",
  },
  "training-pipeline": {
    how: "Training runs nightly in Airflow: pull the snapshot, check it, fit, evaluate on the last day, and register only when the metric is not worse than the live model by more than half a percent. The whole run takes about two hours.",
    size: "Two hours a night on one 32-core machine.",
  },
  "distributed-training": {
    how: "It does not fit on one GPU, so I'd use data parallel training over eight A100s with all-reduce, the embedding tables sharded across them, and a checkpoint every ten minutes so that losing a machine costs at most that.",
    size: "Eight GPUs, a checkpoint every ten minutes.",
  },
  hyperparameters: {
    how: "Tuning: random search over learning rate, depth and regularisation, fifty trials, with early stopping on the validation week. After that gains are below noise so I stop.",
  },
  overfitting: {
    how: "To keep it from memorising I watch the gap between training and validation loss, stop early when validation has not improved for 50 rounds, and add L2 and dropout on the embeddings; the gap should stay below 5%.",
  },
  validation: {
    how: "I judge it on the future: train up to Sunday, test on the following week, and repeat that for four weeks to see the spread. Cross validation with random folds would be too kind because the same user would be on both sides.",
    size: "Four backtests of a week each.",
  },
  "experiment-tracking": {
    how: "Each run goes into MLflow with its commit, data version, parameters and metrics, so two people can compare runs and we can find out in a year why this one was released.",
  },
  exploration: {
    how: "If we only show what we believe in, we never learn about the rest. So 5% of the slots go to Thompson sampling over items with few impressions, capped at one slot a page, and we log the probability with which each was shown.",
    size: "5% of slots.",
    price: "It costs us about half a percent of clicks today, in exchange for knowing about new items within a day.",
  },
  "off-policy-evaluation": {
    how: "Because we log the propensity of each shown item we can estimate a new policy from old logs with inverse propensity scoring; I'd clip the weights at 20, use the self-normalised version and look at the effective sample size before I believe it.",
  },
  "cold-start": {
    how: "New users get what is popular in their country and language, and after three clicks the session model takes over. New items have no history, so their vector comes from title, picture and category, and they're guaranteed 500 impressions.",
    size: "500 impressions for a new item; three clicks for a new user.",
  },
  calibration: {
    how: "As we downsampled the negatives the scores are too high, so I correct for the sampling rate and then fit isotonic regression on a held-out day. I check with a reliability plot: in each bucket the predicted and the observed rate should be within 5%.",
    size: "Within 5% in each of ten buckets.",
  },
  diversity: {
    how: "A page of ten nearly equal things is bad even if each scores high, so after ranking I run maximal marginal relevance and allow at most two items from one seller or category in a row.",
    size: "At most two of one seller among the first ten.",
  },
  "ensemble-and-rules": {
    how: "The model doesn't act alone. Hard rules run first, blocklists and legal limits, they win whatever the score is; then the model score decides, and rules written by analysts can be added within minutes when a new pattern shows up.",
  },
  ablation: {
    how: "My order of experiments: first the baseline against trees, then add the session features, then the embeddings, one at a time, so that I know what each brings. What adds less than 0.2% gets thrown out again.",
  },
  "pretrained-models": {
    how: "For text I wouldn't train from nothing: take a pre-trained multilingual encoder, fine-tune it on 50,000 of our own examples for three epochs, and freeze the lower layers. A prompt to a big hosted model would be quicker to start but costs a hundred times more per item.",
  },
  "multi-task": {
    how: "One network with a shared trunk and a head for each task, click, purchase, hide. The rare tasks profit from what the frequent one learns; I'd weight the losses so that none drowns the others and check that no head gets worse than its own single model.",
  },
  "multi-modal": {
    how: "Text goes through a language encoder, pictures through a vision encoder, for video I sample one frame a second, and the three vectors are concatenated before two dense layers, late fusion, because then a missing picture just gives a zero vector.",
    price:
      "Late fusion misses jokes where text and picture only hurt together, early fusion would catch them at the cost of three times the compute.",
  },
  "online-learning": {
    how: "Continuous updates sound good but one poisoned hour ends up in the weights. I'd retrain daily in batch and only let the bias terms update every few minutes from the stream, with a cap on how far they can move.",
  },
  "complexity-or-interpretability": {
    how: "A deep model would gain us perhaps one percent, but then nobody can explain a rejection to a customer. For this case I take the boosted trees with reason codes and pay with that one percent.",
  },
  "hybrid-search": {
    how: "Keyword search with BM25 finds exact names and part numbers, vector search finds paraphrases. I run both, take 100 from each and fuse by reciprocal rank with k of 60, then rerank the top 50 with a cross-encoder.",
  },
  grounding: {
    how: "The model may only answer from the passages we give it, each sentence carries the number of its passage, and an entailment check throws out sentences that no passage backs. If nothing relevant is found above a score of 0.5 it says that it does not know.",
  },
  "price-elasticity": {
    how: "Historic prices were set by people who already saw demand, so a plain regression is confounded. I'd run randomised price tests of plus or minus 5% in 20 cities, and fit demand as a log-log curve per category with shrinkage to the parent.",
    size: "An elasticity of around minus 1.4, from tests in 20 cities.",
  },
  "sensor-fusion": {
    how: "Camera, lidar and radar are projected into a common bird's-eye view grid, time-stamped in hardware so they are within 5 ms of each other, and fused at feature level. If one of them drops out the head still runs on the other two, as we drop sensors at random in training.",
  },
  "model-search": {
    how: "The search runs under a budget the user sets, say four hours: successive halving starts 64 configurations on a tenth of the data, keeps the best quarter each round, and stops trials early when their curve is clearly below the leader.",
  },
};
