import { defineDrill } from "../drill.ts";
import { downDrill } from "../drilling/down-drill.ts";

export default defineDrill({
  id: "feature-store-down",
  name: "Feature store down",
  asked:
    /(feature|feats?\b|redis|feast|profile).{0,40}(\bdies|dead|down|fail|lost|out|unavail|crash|break|gone)|(lose|losing|without|kill).{0,20}(feature|redis|feast)|feature-store-down/i,
  run: downDrill({
    what: "feature store",
    kinds: ["features"],
    names: /feature|lookup|profile|counts/i,
  }),
});
