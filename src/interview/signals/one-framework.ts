import { defineSignal } from "../signal.ts";
import { quoteAt, turnsOf } from "../signalling/seen.ts";

export default defineSignal({
  id: "one-framework",
  kind: "red flag",
  name: "One product carries the answer",
  why: "A design that is the description of one product breaks when the product does not fit.",
  detect: (record) => {
    const products =
      /\b(?:sagemaker|vertex(?: ai)?|databricks|kubeflow|mlflow|tensorflow|pytorch|spark|kafka|flink|airflow|feast|tecton|redis|snowflake|bigquery|pinecone|ray|kubernetes|langchain)\b/giu;
    const found = turnsOf(record).flatMap((turn) =>
      [...turn.text.matchAll(products)].map(({ index, 0: name }) => ({ name: name.toLowerCase(), turn, index })),
    );
    const groups = Map.groupBy(found, ({ name }) => name);
    const [most] = [...groups].sort(([, a], [, b]) => b.length - a.length);
    if (!most || most[1].length < 6 || most[1].length < 0.6 * found.length) return undefined;
    const [name, uses] = most;
    const quotes = uses.slice(0, 2).map(({ turn, index }) => quoteAt(turn, index, index + name.length));
    return { quotes, says: `${name} was named ${uses.length} times, more than all other products together.` };
  },
});
