import { countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { deepComponent } from "../subject.ts";

/** Rows up to which trees win over deep networks on tables, by the benchmark named as source. */
const treesWinUpTo = 10_000;
const deep = 4;

export default defineRule({
  id: "too-few-rows-for-level",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "A deep model that is trained from nothing on a few thousand rows is beaten by trees, and costs more to serve.",
  source:
    "Grinsztajn, Oyallon and Varoquaux, Why Do Tree-Based Models Still Outperform Deep Learning (2022), arXiv:2207.08815",
  asks: "You have eight thousand labelled rows. What would a deep network have over trees?",
  base: "ads-click-prediction",
  bad: (sound) => edited(sound, { "model.train.rows": "8k" }),
  *check({ design }) {
    const { level, train, parts } = design.model ?? {};
    const rows = train?.rows;
    const component = deepComponent(design);
    if ((level ?? (component ? deep : 0)) < deep || !rows || rows.count > treesWinUpTo) return;
    if ((parts ?? []).some(({ from }) => from !== undefined)) return;
    yield {
      at: level || !component ? "model.level" : component.at,
      found: `The model is ${level ? `of level ${level}` : `a \`${component!.kind}\``}, and ${rows.text} rows are there to train it.`,
      clears: `begin at level 3, start from a pretrained model, or collect more than ${countText(treesWinUpTo)} rows`,
      working: {
        inputs: [
          { name: "level", value: String(level ?? deep), at: "model.level" },
          { name: "rows", value: rows.text, at: "model.train.rows" },
        ],
        sum: `${rows.text} ÷ ${countText(treesWinUpTo)}`,
        result: `${Number((rows.count / treesWinUpTo).toPrecision(3))} of the rows up to which trees win on tables`,
      },
    };
  },
});
