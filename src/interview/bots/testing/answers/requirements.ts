import type { AnswerBank } from "./answer.ts";

export const requirements: AnswerBank = {
  "business-objective": {
    how:
      "Before anything technical I want to pin down what the business gets out of this. I'd take retained revenue as the goal: " +
      "if the answers get better, people come back, and one point of monthly retention is worth a lot more than a click today.",
    size: "I'd aim for a one percent lift in revenue per user over a quarter, because below that the team costs more than it brings.",
    price:
      "Going for long-term retention instead of clicks costs us quick feedback: it moves over weeks, so we also watch a faster signal.",
  },
  "users-and-use": {
    how:
      "The people who see this are signed-in users on the phone app, on the home page, right when they open it. They act on it within " +
      "a few seconds, they either tap or scroll past, so a late answer is no answer at all for them.",
  },
  scale: {
    how:
      "Let me size it. Say ten million people use it daily, each makes about five requests, that is fifty million requests a day or " +
      "around 600 requests per second on average. In the evening it peaks at maybe three times that, so I plan for 2,000 requests per second.",
    size: "Peak of 2,000 requests per second, about 200 million rows of history a day, so a few terabytes for three months of training data.",
  },
  "latency-requirement": {
    how:
      "The page has to render fast, so the whole answer must be back within 150 ms at the 99th percentile; the median should be nearer 50 ms. " +
      "Past that the client stops waiting and shows something plain.",
    size: "150 ms at p99 end to end, of which the network takes about 30 ms.",
  },
  "cost-limit": {
    how:
      "I'd ask finance for a ceiling first. With $20k a month for serving and 1.5 billion requests that is about one thousandth of a cent per request, " +
      "which rules out a big neural net on every candidate.",
    size: "I'd keep serving below $20k a month and training below $3k a month.",
  },
  "privacy-and-compliance": {
    how:
      "We hold personal data here, so under GDPR I need a legal basis, I keep only pseudonymous user ids in the training tables, and when somebody asks to be " +
      "deleted we drop their rows within 30 days and leave them out of the next training run.",
    price:
      "Dropping the raw identifiers costs us some joins across devices, but then an erasure request is one delete and not a project.",
  },
  "is-ml-needed": {
    how:
      "First question: do we need a model at all? I'd ship a handful of hand-written rules in the first week, see how far they get, and only train something if the rules " +
      "leave enough on the table, since a rule costs nothing to run and everybody understands it.",
  },
  "current-solution": {
    how:
      "I want to know what runs today. My guess is there is a sorted list or a set of rules that someone updates by hand every week; it is not good enough because it " +
      "treats everyone the same, and that existing system is what we have to beat in the experiment.",
  },
  interpretability: {
    how:
      "Somebody will ask why a certain decision was made, support agents mostly. So for each decision we store the top three reasons, from SHAP values on the tree model, " +
      "and the agent sees them in plain words next to the case.",
    price:
      "Trees with reasons give up perhaps half a point of quality versus a deep net, but then support can explain what happened.",
  },
  "error-costs": {
    how:
      "The two mistakes don't cost the same. A false alarm annoys a good customer and costs us perhaps $5 in support, while one that we miss costs around $80, " +
      "so missing one is about sixteen times worse and I lean towards catching more.",
    size: "About $5 for a false positive against $80 for a false negative.",
  },
  "problem-formulation": {
    how:
      "As a machine learning problem I'd frame it like this: one row is one user and one item at the time it was shown, the target is whether they acted on it within a day, " +
      "so it is a binary classification whose score we then sort by.",
  },
  assumptions: {
    how: "I don't have that number, so I'll assume ten million daily users and that events are logged with timestamps; if that turns out wrong by a factor of ten I'd revisit the storage choice, not the model.",
  },
  availability: {
    how: "It sits on the main page so I'd promise 99.9 percent availability, that is about 43 minutes of downtime a month as an error budget, and when the budget is spent we stop releasing until it is back.",
    size: "99.9%, so 43 minutes a month.",
  },
  organisation: {
    how:
      "On the people side: we are a team of six, two of us on call each week, so I don't want five services to look after. The event schema belongs to the platform team, so we need an agreement with " +
      "them before they change a field, and we move off the legacy system market by market.",
  },
  "owning-the-problem": {
    how:
      "Let me push back on the problem as it is put. Is more engagement really what we want, or is it fewer people leaving? If success means that people stay, " +
      "then optimising clicks would be the wrong problem, and I'd rather define success as weekly active users who come back.",
  },
  "safety-case": {
    how:
      "This is safety critical, so there has to be a redundant path: if the learned stack misses its deadline, an independent rule-based check brakes and brings the vehicle to a safe stop. " +
      "We'd write a safety case against ISO 26262 and argue every hazard with evidence.",
  },
  "offline-metrics": {
    how: "Before release I'd look at NDCG at 10 on a held-out week, plus log loss because we use the score as a probability. Plain accuracy tells us nothing here since most rows are negative.",
    size: "I'd want NDCG at 10 to go from about 0.31 to 0.33 before I bother with an experiment.",
    price:
      "NDCG only sees the order, so on its own it would hide that probabilities are off; that's why log loss sits next to it.",
  },
  "online-metrics": {
    how: "On real users the main thing I watch is conversion rate per session and seven-day retention; click-through rate is only a leading indicator because it is easy to inflate with bait.",
    size: "A relative lift of 2% in conversion is what I'd call a win.",
  },
  guardrails: {
    how: "What must not get worse: p99 latency may not rise by more than 10 ms, the complaint rate stays below 0.2%, and the share of sellers who get any exposure must not shrink. If one of those trips, the experiment stops even when the main metric is up.",
    size: "Latency within 10 ms of today and complaints under 0.2%.",
  },
  "offline-online-gap": {
    how: "Offline wins often vanish online, since the logs only hold clicks on what the old system showed in the old positions. So I compare past launches: how often did offline improvement turn into an online one, and I only trust the offline metric where the two moved together.",
  },
  fairness: {
    how: "I'd compare false positive rates between groups, for instance language and age band; if one group is flagged more than 1.25 times as often as another at the same true rate, I'd look at the labels first, then set thresholds per group or reweight.",
    size: "A ratio of 0.8 to 1.25 between the groups' error rates is what I would accept.",
  },
  "ab-test": {
    how: "Then an A/B test, randomised by user and not by request so that nobody sees both. For a 2% lift at 80% power we need about 400,000 users in each arm, so two full weeks, which also lets the novelty wear off.",
    size: "Half a million users per arm for two weeks, at a significance level of 5%.",
    price: "Two weeks is slow, but one week would be cheaper but catch only the novelty, and weekends differ.",
  },
  "threshold-choice": {
    how: "Where do we cut? I'd draw cost against threshold on the validation week: reviewers can take 2,000 cases a day, so the cut-off sits where we send them exactly that, currently around a score of 0.87.",
    size: "Around 0.87 today, which gives 2,000 cases a day.",
  },
  slices: {
    how: "An average hides a lot, so I break each metric down by new against returning users, by country and by language, and a release needs to be no worse than 1% in any segment with more than 10,000 users.",
  },
  "precision-or-recall": {
    how: "Between precision and recall I prefer recall at the first stage, at the cost of more work behind it: a miss is gone for good, while a false alarm still gets a second look. At the final cut it is the other way round, precision of at least 95%.",
  },
  "rag-evaluation": {
    how: "I'd have 300 golden questions written by support staff, each with the passage that answers it. Retrieval is judged by recall at 5 on those, and the answers by whether each sentence is backed by a passage, with a human checking 50 of the judge model's verdicts a week.",
  },
  simulation: {
    how: "Rare situations can't wait for the road, so we replay logged drives with the new stack in a closed-loop simulator and add synthetic variations, a child stepping out at 20 different speeds, and a release must pass all 5,000 scenarios.",
  },
};
