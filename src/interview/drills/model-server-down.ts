import { defineDrill } from "../drill.ts";
import { downDrill } from "../drilling/down-drill.ts";

export default defineDrill({
  id: "model-server-down",
  name: "Model server down",
  asked:
    /(model|ranker|ranking|inference|predict|scor|triton|gpu).{0,40}(\bdies|dead|down|fail|lost|out\b|unavail|crash|break|gone)|(lose|losing|kill).{0,20}(model|ranker|scor)|model-server-down/i,
  run: downDrill({
    what: "model server",
    kinds: ["ranker", "model"],
    names: /\brank|scor|predict|model|classif|infer|generat/i,
  }),
});
