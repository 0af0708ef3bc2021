import type { AnswerBank } from "./answer.ts";

export const monitoring: AnswerBank = {
  drift: {
    how: "For drift I compare each feature's distribution this hour with the training set, by population stability index. Above 0.2 for two hours on one of the top twenty features we open an incident, and the score distribution is watched the same way.",
    size: "A PSI of 0.2 on any of the top twenty.",
  },
  "performance-monitoring": {
    how: "Live quality: every day we join the labels that came in and recompute log loss and calibration for the last seven days. As that is late, the hourly proxy is click rate by position and the mean score, which shows trouble the same morning.",
    size: "I'd look closer at a drop of 3% against the week before.",
  },
  "data-monitoring": {
    how: "The inputs get watched too: share of missing values per feature each five minutes, age of the newest event, rows per partition against the same weekday. If more than 2% of reads come back empty, that is an alert even when the model looks fine.",
    size: "2% empty reads, or a partition that is 30 minutes late.",
  },
  alerting: {
    how: "An alarm has an owner and an action. Latency or errors over budget page the person on call at any hour, with a runbook whose first step is to switch to the fallback; slow drift only opens a ticket for the next working day.",
  },
  retraining: {
    how: "We retrain every night on a rolling window of 90 days, and once more when drift fires. A new model only replaces the live one if it is no worse on yesterday's data and on the main segments, otherwise the old one stays.",
    size: "Every 24 hours on 90 days.",
    price: "Daily is fresher but less stable; weekly would be calmer at the cost of missing a trend for days.",
  },
  "feedback-loop": {
    how: "Everything we show is logged with model version, position and probability, and flows back as training data the next day. The danger is that it only learns from what it chose itself, so the 5% of explored slots are what we use to correct for that.",
  },
  debugging: {
    how: "If quality drops suddenly, I first ask what changed: releases, upstream schemas, traffic. Then I slice by country, device and model version, replay an hour of requests against the old model, and compare features. In my experience in two of three cases it's a broken feature.",
  },
  "data-flywheel": {
    how: "Better answers bring more use, more use brings more feedback, and this makes the model better again. To get that wheel going I'd invest in logging what was not clicked, in exploring new items, and in asking a question where we're unsure, so each visit teaches us something.",
  },
  "technical-debt": {
    how: "Over time this rots: features nobody uses, models that consume another model's score without telling. Each quarter we remove features with no importance, every consumer of our scores is registered, and configuration is reviewed like code, otherwise one small change breaks three teams.",
  },
  "freshness-or-stability": {
    how: "Hourly models would follow trends but they jump around, and nobody can tell a bad release from noise. I'd take daily and let only counters be fresh: we give up some speed for being able to compare days.",
  },
};
