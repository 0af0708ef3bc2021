import { defineTopic } from "../topic.ts";

export default defineTopic({
  id: "online-or-offline-features",
  name: "Online or offline features",
  means:
    "Which features are computed ahead of time and which at request time, and why. Whether predictions are made ahead of time is a different choice.",
  stage: "features",
  group: "systems knowledge",
  paths: ["features"],
  names: [
    "precomputed|offline|batch|on demand|request|ondemand feature|feats",
    "pre computed|calculated feature|feats",
    "request time|context feature|feats",
    "query time feature|feats",
    "online|real time and|or|versus|vs offline|batch feature|feats",
    "offline|batch and|or|versus|vs online|real time|streaming feature|feats",
    "on demand transformation",
  ],
  mechanisms: [
    "precompute*|precalculate* .. feature|feats|aggregat*|stat|statistics|user|item|count|average|embedding|profile",
    "pre compute*|calculate* .. feature|feats|aggregat*|stat|statistics|user|item|count|average|embedding|profile",
    "feature|feats|aggregat*|stat|statistics|embedding|average|profile .. precompute*|precalculate*",
    "feature|feats|aggregat*|stat|statistics|embedding|average|profile .. pre compute*|calculate*",
    "feature|feats|aggregat*|average .. computed|calculated|built offline|ahead|nightly|daily|overnight|beforehand",
    "feature|feats|distance|similarity|features .. computed|calculated|built|derived .. at|on request|query|inference|serving|scoring|prediction|runtime",
    "compute*|calculate*|derive* .. at|on request|query|scoring|inference|serving|prediction time .. feature|distance|from payload|context",
    "compute*|calculate*|derive* .. feature|feats|distance|context|similarity .. on fly|demand|request",
    "feature|feats .. on fly|demand",
    "on fly .. feature|feats|distance|context",
    "nightly|daily|hourly spark|batch|sql|airflow|dbt job .. feature|feats|aggregat*|stat|statistics",
    "feature|feats|aggregat*|user stat .. nightly|daily|hourly|overnight spark|batch|job|sql|airflow",
    "context|request|device|location|query|time .. comes|come|arrive|taken|read from|with .. request|payload",
    "some|heavy|expensive|static|slow .. feature .. batch|offline|ahead|nightly",
    "only known|available at|when|on .. request|query",
    "known only at|when|on .. request|query",
    "split .. feature .. batch|online|offline|request",
    "cross|pair feature .. request|online|on fly",
  ],
  consequences: [
    "too slow .. compute .. request|online",
    "cannot|can not .. precompute* .. every pair|combination|query",
  ],
  numbers: ["duration"],
  not: ["precompute* recommendation|prediction|score|list"],
  asks: {
    probe: [
      "Which inputs are already waiting when a request arrives, and which have to be worked out then?",
      "What about an input that depends on both the person and what they just typed?",
      "A new input takes 40 ms to work out. Where do you put that work?",
    ],
    number: ["How many milliseconds of the request go into getting inputs ready?"],
    tradeOff: ["Working it all out beforehand is cheap to read but can be wrong by noon. Where do you draw the line?"],
    guide: ["Take your inputs one by one: when is the earliest moment at which each could be known?"],
  },
  hint: "Ask of each input when it is first known and how dear it is to work out.",
  exercise:
    "Take ten inputs and place each in one of three columns: nightly, as events come in, with the request. Write one reason each, and add up the milliseconds of the third column. Five minutes.",
  says: {
    positive: [
      "Historical aggregates are precomputed nightly in Spark, while context such as device and location comes from the request itself.",
      "batch feats: daily spark job. on-demand feats: distance to store, computed at request time",
      "The distance between driver and rider is only known when the request arrives, so that feature is calculated on the fly.",
      "I'd split the features into batch ones and request-time ones, since we can't precompute every user-item pair.",
      "Expensive things like the text statistics, we do them offline, ahead, the average per seller is calculated overnight.",
    ],
    negative: [
      "We don't need request-time features, a daily table is enough.",
      "On-demand features can wait until v2.",
    ],
    nearMiss: [
      "We precompute the recommendations every night and store the list.",
      "Video on demand is our main product.",
      "The batch size during training is 1024.",
      "The offline metric is NDCG and the online one is CTR.",
    ],
  },
});
