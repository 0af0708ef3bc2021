import { defineTopic } from "../topic.ts";

export default defineTopic({
  id: "online-or-offline",
  name: "Online or offline",
  means:
    "Weighs predicting on request against predicting ahead of time, by freshness, cost and coverage. Only choosing a mode belongs to serving mode; features computed ahead to online or offline features.",
  stage: "serving",
  group: "trade-offs",
  paths: ["serving.mode", "serving.precompute", "serving.batch"],
  names: [
    "online versus|vs|against|or offline|batch inference|prediction|scoring|serving",
    "online versus|vs|against offline|batch",
    "batch versus|vs|against|or online|real|realtime|request",
    "offline versus|vs|against online",
    "real time versus|vs|against|or batch",
    "realtime versus|vs|against|or batch",
    "precompute|precomputing|precomputed versus|vs|against|or on|online|real|compute|request",
    "tradeoff|trade off? between .. batch|offline|precomput* .. online|real|request",
    "tradeoff|trade off? between .. online|real|request .. batch|offline|precomput*",
  ],
  mechanisms: [
    "batch|offline|precomput*|nightly|ahead ... cheap*|simpler|cost less ... stale|old|fresh|miss|waste|but|new|session|react|coverage",
    "precomput*|batch|offline|nightly ... stale|hours? old|day old|outdated|not fresh|miss* .. session|today|just ... cheap*|simple|but|while|online|cost",
    "precomput*|batch .. waste|wasted|wasteful|most|never .. users|people|never|come|visit|log|seen|used|request|back",
    "online|request|real|live ... fresh*|react*|session|context ... cost|expensive|dear|latency|harder|but|more|price|slower|machines",
    "fresher .. but|at|yet|although .. cost|expensive|latency|machine|more",
    "online|realtime|real|request .. instead|rather than .. batch|nightly|precomput*|offline",
    "batch|nightly|precomput*|offline .. instead|rather than .. online|realtime|real|request|live",
    "cannot|not|impossible precompute|precomputed|enumerate|batch .. query|queries|all|every|because|since|pair|combination|free|context",
    "too many .. combination|query|queries|pair|user .. precompute|store|ahead|batch|enumerate",
    "batch|precomput*|offline .. enough|fine|ok|sufficient|suffice .. because|since|as|if|when|taste|interest|change|slow*|email|daily",
    "hybrid .. precomput*|batch|offline .. online|request|real|live|rerank|session",
    "precomput*|batch|offline|nightly .. candidate|embedding|vector|heavy|part|half|expensive ... online|request|real|live|rank|rerank|session|light .. time|rank|rerank|only|rest|part|then|and|while|for|scorer|because|of",
    "precompute .. head|popular|top ... online|live|request|fly|tail .. tail|for|rest|query|queries|others",
    "compute|score|predict .. on the? .. fly|request|demand ... instead|rather|only|because|since|than|when|but",
    "change .. within .. session|minute ... batch|nightly|precomput*|offline .. late|stale|useless|not|cannot|miss",
    "batch|nightly .. too late|stale|slow|old .. fraud|session|new|because|since|for|so|by",
    "only|just|share|#share .. users|people active|log|visit|come|return ... precomput*|batch|score|waste",
  ],
  consequences: ["stale by", "wasted compute", "new user .. get|see nothing"],
  numbers: ["duration", "share", "money", "count"],
  not: ["offline store", "offline metric", "offline evaluation", "offline learning", "offline feature", "online test"],
  asks: {
    probe: [
      "When is the work for one answer done, and could it be done at another moment?",
      "What would get worse if all of this ran at night, and what would get better?",
    ],
    number: ["Of all that you could work out in advance, how much would ever be looked at?"],
    tradeOff: [
      "You chose the moment at which the score is made. What did you pay for that choice?",
      "What would have to be different about the users for you to choose the other moment?",
    ],
    guide: ["How fast does what matters change, compared with how often you work it out?"],
  },
  hint: "Compare how fast the inputs change with how much of the work would be thrown away.",
  exercise:
    "Estimate for your system how many scores a night run would make, how many would be read before the next run, and what share of answers would be wrong by then. Decide which part moves to the other side.",
  says: {
    positive: [
      "Nightly batch is cheap but stale by the evening, so I'd score at request time for anything with a session.",
      "I'd precompute the candidates every night and rank them online, because taste changes slowly and context does not",
      "We cannot precompute all queries, since the tail is endless, only the head.",
      "most precomputed lists are wasted, as only 10% of users come back that day",
      "So batch versus real time: for a weekly email batch is enough because nothing changes in between.",
      "Going online means fresher results at the cost of more machines and a tight latency.",
    ],
    negative: [
      "The batch versus online question is not relevant here.",
      "Let's leave online versus offline for later.",
    ],
    nearMiss: [
      "Offline evaluation uses NDCG at ten, the online test uses conversion.",
      "The feature store has an online part in Redis and an offline part in S3.",
      "The shop is online in nine countries.",
      "We use a batch size of 512.",
    ],
  },
});
