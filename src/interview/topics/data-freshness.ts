import { defineTopic } from "../topic.ts";

const things =
  "data|dataset|table|tables|log|logs|catalog|price|prices|inventory|stock|partition|snapshot|dump|export|document|documents|warehouse|source|sources|feed|availability|map|content|orders|knowledge|corpus";

export default defineTopic({
  id: "data-freshness",
  name: "Data freshness",
  means:
    "How old source data may be when it is used, and by when it has to be there: an arrival agreement, a refresh rhythm. The age of features is feature freshness; raising an alarm about it is data monitoring.",
  stage: "data",
  group: "systems knowledge",
  paths: ["data.sources[].freshness", "data.sources[].known"],
  names: [
    "data freshness|staleness|latency|recency|timeliness|sla",
    "freshness|staleness|recency of .. data|catalog|log|logs|source|table|index|inventory|price|document|documents|content",
    "freshness sla|requirement|target|slo|guarantee|budget|objective",
    "fresh|fresher|stale|staler|outdated|up-to-date|old data|table|catalog|inventory|price|prices|stock|snapshot|information|document|documents|content|log|logs",
    "catalog|inventory|stock|price|source|table|event freshness|staleness",
    "arrival time|sla|deadline",
    "sla .. for|on|of data|arrival|table|source|partition|ingestion",
  ],
  mechanisms: [
    `${things} .. #duration old|stale|behind|late|delayed|delay|lag`,
    `${things} .. at most|under|within|max|maximum|up-to #duration old|stale|behind|delay|lag`,
    `${things} .. queryable|available|land|lands|arrive|arrives|ready|there|complete|visible|usable|searchable .. within|by|in|before|until|after|inside .. #duration|minutes|seconds|hour|midnight|morning|=am|#`,
    "searchable|queryable|visible|findable .. within|in|after .. #duration|minutes|seconds",
    "event|events|clicks .. queryable|available|usable|in|visible .. within|after|under .. #duration",
    `refresh|sync|load|import|pull|reload|export|snapshot|dump|poll .. ${things} .. every|hourly|daily|nightly|weekly|#duration|once`,
    `${things} .. refresh|refreshed|sync|synced|reload|reloaded|updated|update|imported|exported|loaded|dumped .. every|hourly|daily|nightly|weekly|#duration|once|continuously|real-time`,
    `hourly|daily|nightly|weekly refresh|sync|load|snapshot|dump|export|import .. ${things}|enough|fine|ok|too|suffices`,
    `how old|fresh|recent|current|stale .. ${things} .. may|can|be|is|are|must|allowed|have`,
    "how old|stale|fresh .. may|can|must|should .. data|table|catalog|prices|inventory",
    `yesterday|day-old|hour-old|week-old ${things} .. fine|ok|enough|useless|suffice|good|late|acceptable|would`,
    "yesterday .. data|numbers|snapshot|dump|export|table .. fine|ok|enough|useless|suffice|good-enough|acceptable",
    `#duration old ${things} .. fine|ok|enough|useless|acceptable|hurt|too`,
    `${things} .. from yesterday|last-night|last-week .. fine|ok|enough|useless|good|acceptable`,
    "event|click|update|change|edit|write|order .. to .. available|warehouse|lake|table|index|queryable|visible|searchable .. #duration|delay|lag|under|minutes",
    "delay|lag|latency .. from|between .. event|source|click|change|write .. to|and .. warehouse|lake|table|index|availability|training",
    "end to end delay|lag|freshness .. #duration|data|event|source|under",
    "sla .. arrive|arrival|land|delivered|by .. #|=am|hour|morning|midnight|data|partition|table",
    "by|before #plain =am|clock|utc .. data|partition|table|load|ready|land|delivered|complete",
    "partition|table|load|data|export|dump .. by|before .. #plain|six|seven|five|four|eight|midnight .. =am|clock|utc|morning",
    "out of stock|sold out .. still|minutes|stale|recommended|shown .. because|if|when|stock|inventory|data|refresh|so",
    "price|stock|inventory|availability .. change|changes .. so|therefore|must .. fresh|minutes|seconds|#duration|real-time|old",
    "each|every|per source .. how old|freshness|sla|maximum age|max age",
    "deleted|edited|changed|updated|new document|documents|page|pages|article|articles .. within|after|in|until .. #duration|minutes|seconds|index|hour",
    "age of .. data|table|source|snapshot|record|records|catalog|index",
    "max|maximum age .. #duration|source|table|data|per",
    "need|require|want .. near|real-time|fresh|minute .. data .. because|for|since|otherwise|fraud|breaking|news|trend|so",
    "news|trend|trends|breaking|prices .. stale|old|outdated .. hour|hours|minutes|#duration|within|after|so",
  ],
  consequences: [
    "recommend|show|sell|promise .. sold-out|out-of-stock|gone|deleted|expired",
    "answer .. from .. old|outdated|deleted version|document|policy",
  ],
  numbers: ["duration"],
  not: [
    "fresh fruit|food|produce|fish|vegetables|groceries|start|look|eyes|air",
    "refresh token|rate|button|page",
    "old data centre|center|scientist",
    "fresh data scientist",
    "expiry date|old customer",
  ],
  asks: {
    probe: [
      "It is nine in the morning. What is the latest thing that your tables know about?",
      "The price of an item changes at noon. Until when does somebody still see the former one?",
      "Which of your inputs could be a day behind without anybody noticing, and which could not?",
    ],
    number: ["For each source, how far behind may it be before the product suffers?"],
    tradeOff: ["Having a source an hour sooner costs money and trouble. For which of yours would you pay?"],
    guide: ["Everything you read about the world was written some time ago. How long ago is too long?"],
  },
  hint: "Put an age beside each source: what it is now, and at what age a user would notice.",
  exercise:
    "Make a list of four sources. For each write the age at which a user would first see something wrong, the rhythm that keeps it below that age, and what the product does on the day the rhythm fails.",
  says: {
    positive: [
      "The catalogue is refreshed hourly, that is enough because items rarely change.",
      "stock: max 5 min old, prices 1 min, the rest daily",
      "Yesterday's data is fine for training, but inventory that is an hour old would recommend sold-out items.",
      "There's an arrival SLA: the orders table is complete by 6 am, otherwise the job waits.",
      "So, how old may the documents be? An edited page should be searchable within five minutes.",
    ],
    negative: ["We don't need fresher data than daily.", "Data freshness can wait for the second version."],
    nearMiss: [
      "The grocery app sells fresh fruit and fish.",
      "The access token has to be refreshed every hour.",
      "Labels arrive after thirty days.",
      "The model is retrained weekly.",
    ],
  },
});
