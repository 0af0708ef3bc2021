export type { SizedFact, SizedFacts } from "./facts.ts";
export { designTitle, graphOf, viewNames, type ViewName } from "./graph-of.ts";
export { designSvg, type DesignPicture } from "./request-picture.ts";
export { sequenceOf } from "./sequence-of.ts";
export { sizedFacts } from "./sized-facts.ts";
export { waterfallOf } from "./waterfall-of.ts";
