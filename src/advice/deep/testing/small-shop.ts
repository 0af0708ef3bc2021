import { parseDesign } from "../../../design/parse.ts";
import type { Design } from "../../../design/design.ts";

/** A design with every kind of input; tests edit its lines. */
export const smallShop = `plumbline: 1
name: small-shop
system: recommendation
metrics:
  offline:
    - {metric: ndcg@5}
    - {metric: recall@50, of: candidates}
data:
  sources:
    - {name: orders, kind: events, from: o.csv, id: [order_id], entities: {shopper: shopper_id, article: article_id}, time: at}
  labels:
    - {name: ordered, from: orders, window: 1d}
  split: {by: time, test: last 7d, validation: last 5%, gap: 1h}
features:
  - {name: pair_orders, entity: [shopper, article], from: orders, is: count, over: 90d}
  - {name: price, entity: article, is: value of price, missing: 0}
  - {name: brand, entity: article, is: value of brand, type: category, missing: none}
  - {name: device, is: request device}
  - {name: member, entity: shopper, is: value of member, type: flag}
  - {name: picture, entity: article, is: embedding of picture, dims: 4}
  - {name: title, entity: article, is: value of title, type: text}
model:
  baseline: {kind: popularity, over: 30d}
  retrieve: [{kind: two-tower, dims: 8}]
  rank: {kind: deep-cross, objective: listwise, layers: [16, 8]}
`;

export function designOf(text = smallShop): Design {
  const { document, problems } = parseDesign(text, "small-shop.yaml");
  if (!document) throw problems[0]!;
  return document.design;
}
