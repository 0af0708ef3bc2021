import type { AnswerBank } from "./answer.ts";

export const data: AnswerBank = {
  "data-sources": {
    how: "Data comes from three places: the click and impression logs from the app through Kafka, the product catalogue as a nightly dump from Postgres, and the profile table. Impressions matter most, because without what was shown and not clicked we have no negatives.",
    size: "About 200 million impressions a day and 4 million clicks.",
  },
  labels: {
    how: "A positive is a purchase within seven days of the impression, a negative is an impression that was seen for at least a second and led to nothing. That is implicit feedback, so it's noisy; I'd have people label 2,000 pairs to know how noisy.",
    size: "We get about 4 million positives a day this way, and 2,000 labelled by hand.",
    price:
      "Implicit labels are free but biased towards what we showed; hand labels are clean, on the other hand they cost us 10 cents each.",
  },
  "labelling-cost": {
    how: "Labelling by hand costs around 8 cents an item with two annotators, so 100,000 items are $8k. To need fewer I'd pick the ones the model is unsure about, active learning, and use heuristics for weak labels on the rest.",
    size: "8 cents an item, so $8k for the first 100,000.",
  },
  "label-delay": {
    how: "Labels arrive late: half within a day, 90% within a week, a few after 30 days. So I wait seven days before a row counts as negative, otherwise recent positives would be trained on as negatives and scores come out low.",
    size: "90% are there after seven days.",
  },
  "class-imbalance": {
    how: "Only about one in 500 rows is positive. I'd keep all positives, downsample the negatives to one in twenty, correct the scores for it afterwards, and judge by the area under the precision-recall curve.",
    size: "One in 500 positive.",
  },
  "data-quality": {
    how: "Every batch runs through checks before anybody trains on it: row count within 20% of last week's, null share per column, values in range, no duplicate event ids. If a check fails the batch is held back and the model stays on yesterday's data.",
    size: "We'd hold a batch when more than 1% of a key column is null.",
  },
  "data-pipeline": {
    how: "Events land in Kafka, a Flink job cleans and deduplicates them into the lake within a minute, and an Airflow job builds the daily tables at 2 am. Both paths read the same raw log, so a backfill is just running the job again for old days.",
  },
  "data-freshness": {
    how: "How old may data be? Catalogue changes must be visible within 15 minutes, behaviour of the last session within a minute, and the daily aggregates by 6 am; when they are late we serve from the day before and raise an alarm.",
    size: "15 minutes for the catalogue, a minute for session events.",
  },
  leakage: {
    how: "I have to be careful with leakage: each feature is computed as of the time of the impression, with a point-in-time join, and we split by time, train on six weeks and test on the next one. A random split would let the model peek at the future.",
  },
  "data-bias": {
    how: "The logs are biased, because people click what is on top. I'd log the position, train with it as an input and fix it to one at serving, and keep 1% of traffic in random order so we can estimate how much position alone does.",
    size: "1% of traffic is shuffled.",
  },
  sampling: {
    how: "I wouldn't train on all of it. Three months of history, all positives, and one in twenty of the negatives gives us about 300 million rows, and more than that moved nothing in the learning curve.",
    size: "300 million rows from 90 days.",
  },
  "data-versioning": {
    how: "Every training set is a snapshot with a version, a hash of the query and the date range, stored in Iceberg, so any model can be traced back to the exact rows and trained again to the same weights.",
  },
  chunking: {
    how: "Documents are split along their headings into chunks of about 400 tokens with 50 tokens of overlap, and each chunk keeps its title in front; when we cut through tables the answers were wrong, so tables stay whole.",
    size: "400 tokens with an overlap of 50.",
  },
  attribution: {
    how: "Which ad gets the credit? Last click within seven days as the default, one day for views, and a holdout group of 2% that sees no ads so that we know how many would have bought anyway.",
  },
  "long-tail": {
    how: "Rare cases are where it fails, so the cars carry triggers: whenever the tracker and the detector disagree, a ten second clip is uploaded. We mine those for the rare classes and label 5,000 clips a week first.",
  },
  "stream-processing": {
    how: "On the stream I work in event time with a watermark of two minutes; what comes later goes to a side output and is merged by the hourly job. Checkpoints every 30 seconds and idempotent writes give us effectively exactly once.",
  },
};
