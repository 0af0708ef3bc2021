import type { Design } from "../../design/design.ts";
import { labelRows } from "../../advice/figures/labels.ts";
import { countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { components, deepComponent } from "../subject.ts";

/** Rows up to which trees were seen to lead on tables of columns: the medium-sized sets of the source. */
const fewest = 10_000;

export default defineRule({
  id: "deep-on-little-data",
  stage: "model",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "flaw" },
  why: "A network trained from nothing on few rows remembers them, and trees do better at a hundredth of the cost.",
  source: "Grinsztajn, Oyallon and Varoquaux, Why do tree-based models still outperform deep learning (2022), NeurIPS",
  asks: "How many labelled rows has each parameter of your network?",
  base: "ads-click-prediction",
  bad: (sound) => edited(sound, { "model.train.rows": 9500 }),
  *check({ design }) {
    const rows = labelRows(design);
    const component = deepComponent(design);
    if (!component || !rows || rows.value >= fewest || startsElsewhere(design)) return;
    const { kind, at } = component;
    yield {
      at: design.model?.train?.rows ? "model.train.rows" : at,
      found: `A \`${kind}\` is trained from nothing on ${countText(rows.value)} rows.`,
      clears: `use trees or a linear model below ${countText(fewest)} rows, or start from a pretrained one (\`from:\`)`,
    };
  },
});

/** Something that was trained by others stands in it, outside candidate generation. */
const startsElsewhere = (design: Design): boolean =>
  components(design).some(({ pretrained, at }) => pretrained && at[1] !== "retrieve");
