import { boxKinds, type BoxKind } from "./board.ts";

/** What a name says about a box; the first that fits. Orders matter: a `model registry` is a registry. */
const named: readonly (readonly [BoxKind, RegExp])[] = [
  ["note", /^(requirements?|reqs?|metrics?|assumptions?|scale|notes?|goals?|constraints?|kpis?|objectives?|scope)\b/i],
  ["registry", /registry|model store|mlflow/i],
  ["monitor", /monitor|alert|grafana|prometheus|dashboard|drift|observab/i],
  ["store", /training (data|set)|warehouse|bigquery|snowflake|\blake/i],
  ["batch job", /(feature|data).{0,20}(pipeline|job)|batch|spark|airflow|\betl\b|\bcron\b|backfill|label join/i],
  ["training", /train|fine-?tun|kubeflow|sagemaker/i],
  ["cache", /cache|memcache|\bcdn\b|varnish/i],
  ["features", /feature|feast|redis|aerospike|profile store/i],
  ["human", /reviewers?\b|review (queue|team|tool)|humans?\b|moderators?\b|analysts?\b|annotat|labell?ing/i],
  ["stream", /kafka|stream|kinesis|flink|pub\/?sub|event (log|bus)|\blogs?\b/i],
  ["queue", /queue|\bsqs\b|rabbit|backlog/i],
  ["rules", /\brules?\b|policy|filter|blocklist|heuristic|popular|guard|default|bestseller/i],
  ["retrieval", /retriev|candidate|faiss|\bann\b|hnsw|index|elastic|opensearch|bm25|vector|two-?tower|milvus/i],
  ["ranker", /rank|scor(er|ing)/i],
  ["model", /model|\bllm\b|bert|\bgpt\b|xgboost|lightgbm|classif|predict|inference|embed|encoder|triton|network/i],
  ["store", /store|database|\bdb\b|postgres|mysql|\bs3\b|dynamo|cassandra|parquet|table|bucket/i],
  ["gateway", /gateway|load balancer|\blb\b|\bapi\b|\bbff\b|\bedge\b|proxy|nginx|envoy/i],
  ["user", /client|\busers?\b|browser|mobile|\bapp\b|customer|visitor|caller|\bphone|shopper/i],
  ["source", /clicks?\b|impressions?\b|transactions?\b|events?\b|\bdata\b|catalog|chargeback|labels?\b|upload|sensor/i],
];

/** Other words for kinds, as people write them in round brackets. */
const otherWords: Readonly<Record<string, BoxKind>> = {
  client: "user",
  people: "human",
  reviewers: "human",
  database: "store",
  db: "store",
  index: "retrieval",
  "feature store": "features",
  batch: "batch job",
  job: "batch job",
  log: "stream",
  monitoring: "monitor",
  data: "source",
};

/** @returns the kind that a name says, or `undefined` where it says none */
export function kindByName(name: string): BoxKind | undefined {
  return named.find(([, words]) => words.test(name))?.[0];
}

/** The kind that is written out: `(features)`. */
export function kindWritten(words: string): BoxKind | undefined {
  const plain = words.trim().toLowerCase();
  return boxKinds.find((kind) => kind === plain) ?? (Object.hasOwn(otherWords, plain) ? otherWords[plain] : undefined);
}
